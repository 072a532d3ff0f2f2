import type { ReactNode } from 'react'

type ScreenProps = Readonly<{
  /** The one question this screen answers, or the desk's name. */
  title: string
  children: ReactNode
  /** What stands, in a word, left of the acts. */
  standing?: ReactNode
  actions?: ReactNode
}>

/** The frame of a desk: its title, which the rail already shows, its actions, then what is on it. */
export function Screen({ title, children, standing, actions }: ScreenProps) {
  return (
    <div className="ui-screen">
      <h1 className="fr-sr-only">{title}</h1>
      {actions === undefined ? null : (
        <header className="ui-screen__head ui-line ui-line--apart">
          {standing}
          <div className="ui-line ui-line--end">{actions}</div>
        </header>
      )}
      {children}
    </div>
  )
}
