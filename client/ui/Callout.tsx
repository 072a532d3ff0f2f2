import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { toneIcon, type Tone } from '#client/ui/tone.ts'

type CalloutProps = Readonly<{
  tone: Tone
  title: string
  children?: ReactNode
  /** What to do about it. */
  action?: ReactNode
}>

/** Something to know before going on, in the flow of the screen. What happens suddenly is announced instead. */
export function Callout({ tone, title, children, action }: CalloutProps) {
  return (
    <div className={`ui-callout ui-tone--${tone}`}>
      <Icon name={toneIcon[tone]} size={20} />
      <div className="ui-callout__words">
        <strong>{title}</strong>
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {action === undefined ? null : <div className="ui-line">{action}</div>}
    </div>
  )
}
