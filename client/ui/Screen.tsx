import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'

type ScreenProps = Readonly<{
  /** The one question this screen answers, or the desk's name. */
  title: string
  children: ReactNode
  actions?: ReactNode
  /** `fill`: as high as the window, for screens whose lists scroll inside; `flow`: as high as its content. */
  height?: 'flow' | 'fill'
}>

/** The frame of a desk: its title, its actions, then its panels. */
export function Screen({ title, children, actions, height = 'flow' }: ScreenProps) {
  return (
    <div className={classNames('ui-screen', height === 'fill' && 'ui-screen--fill')}>
      <header className="ui-screen__head">
        <h1 className="ui-screen__title">{title}</h1>
        {actions === undefined ? null : <div className="ui-screen__actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
