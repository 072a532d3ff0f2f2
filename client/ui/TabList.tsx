import type { KeyboardEvent, ReactNode } from 'react'
import { nextFocus } from '#client/ui/next-focus.ts'

type Tab<Id extends string> = Readonly<{
  id: Id
  content: ReactNode
  /** Its name, where its content alone does not say it. Begins with its words. */
  label?: string
}>

type TabListProps<Id extends string> = Readonly<{
  label: string
  /** What `panelIds` of its panels are made with. */
  id: string
  tabs: readonly Tab<Id>[]
  selected: Id | undefined
  onSelect: (tab: Id) => void
  /** `focus`: what has the focus is shown. `press`: only what is pressed, where showing it takes the focus elsewhere. */
  follows?: 'focus' | 'press'
}>

/** Tabs after the ARIA pattern: one Tab stop, arrows, Home and End lead from one to the next. */
export function TabList<Id extends string>(props: TabListProps<Id>) {
  const { label, id, tabs, selected, onSelect, follows = 'focus' } = props
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const to = nextFocus(
      event.key,
      [...event.currentTarget.querySelectorAll('button')],
      document.activeElement,
    )
    if (to === null) return
    event.preventDefault()
    to.focus()
    if (follows === 'focus') to.click()
  }
  return (
    <div className="ui-tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-label={tab.label}
          aria-selected={tab.id === selected}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          {...(tab.id === selected || follows === 'focus'
            ? panelIds(id, tab.id).tab
            : { id: panelIds(id, tab.id).tab.id })}
        >
          {tab.content}
        </button>
      ))}
    </div>
  )
}

/** What ties a tab and its panel together. */
export function panelIds(id: string, tab: string) {
  const panel = `${id}${tab}`
  return {
    tab: { id: `${panel}-tab`, 'aria-controls': panel },
    panel: { id: panel, role: 'tabpanel', 'aria-labelledby': `${panel}-tab` },
  } as const
}
