import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'

type ScreenProps = Readonly<{
  /** The one question this screen answers, or the desk's name. */
  title: string
  children: ReactNode
  /** What stands, in a word, left of the acts. */
  standing?: ReactNode
  actions?: ReactNode
  /** `shown`: where the rail does not say where one is, on a screen that another one opens. */
  heading?: 'spoken' | 'shown'
  /** `fill`: as high as the window, for screens whose lists scroll inside; `flow`: as high as its content. */
  height?: 'flow' | 'fill'
}>

/** The frame of a desk: its title, which the rail already shows, its actions, then what is on it. */
export function Screen({ title, children, heading = 'spoken', height = 'flow', ...head }: ScreenProps) {
  const { standing, actions } = head
  const isShown = heading === 'shown'
  return (
    <div className={classNames('ui-screen', height === 'fill' && 'ui-screen--fill')}>
      {isShown ? null : <h1 className="fr-sr-only">{title}</h1>}
      {isShown || actions !== undefined ? (
        <header className="ui-screen__head">
          {standing}
          {isShown ? <h1 className="ui-screen__title">{title}</h1> : null}
          <div className="ui-screen__actions">{actions}</div>
        </header>
      ) : null}
      {children}
    </div>
  )
}
