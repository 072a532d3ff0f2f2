import { useId, type ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'

type PanelProps = Readonly<{
  title: string
  children: ReactNode
  /** Right of the title: a count, a filter, a button. */
  aside?: ReactNode
  /** `flush`: the content runs to the edges (tables, lists). */
  padding?: 'normal' | 'flush'
}>

/** A titled region drawn with a line. Panels stand side by side; a panel never stands in another. */
export function Panel({ title, children, aside, padding = 'normal' }: PanelProps) {
  const id = useId()
  return (
    <section
      className={classNames('ui-panel', padding === 'flush' && 'ui-panel--flush')}
      aria-labelledby={id}
    >
      <header className="ui-panel__head ui-line ui-line--apart">
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <div className="ui-panel__aside ui-line ui-line--end">{aside}</div>}
      </header>
      <div className="ui-panel__body">{children}</div>
    </section>
  )
}
