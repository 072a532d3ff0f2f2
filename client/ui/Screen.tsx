import type { ReactNode } from 'react'

type ScreenProps = Readonly<{
  /** The one question this screen answers, or the desk's name. */
  title: string
  children: ReactNode
  actions?: ReactNode
}>

/** The frame of a desk: its title, its actions, then its panels. */
export function Screen({ title, children, actions }: ScreenProps) {
  return (
    <div className="ui-screen">
      <header className="ui-screen__head">
        <h1 className="ui-screen__title">{title}</h1>
        {actions === undefined ? null : <div className="ui-screen__actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
