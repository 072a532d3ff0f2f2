import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'

type ZoneHeadProps = Readonly<{
  title: string
  /** Right of the title: a count, what has been read, buttons. */
  children?: ReactNode
  /** `hidden`: what stands in the head says it already, or is a row of tabs. */
  shows?: 'title' | 'hidden'
}>

/** The line above a zone: what it is, how many, what one may do. Where zones are tabs, the tab is its title. */
export function ZoneHead({ title, children, shows = 'title' }: ZoneHeadProps) {
  return (
    <header className="ui-zone__head">
      <h2 className={classNames(shows === 'hidden' && 'fr-sr-only')}>{title}</h2>
      {children}
    </header>
  )
}

/** Buttons beside each other, at the end of a zone's head. */
export function ZoneActs({ children }: Readonly<{ children: ReactNode }>) {
  return <div className="ui-zone__acts ui-line ui-line--end">{children}</div>
}

type ZoneBodyProps = Readonly<{
  children: ReactNode
  /** `flush`: its rows run from edge to edge. */
  padding?: 'normal' | 'flush'
}>

/** What of a zone scrolls, and nothing else does. */
export function ZoneBody({ children, padding = 'normal' }: ZoneBodyProps) {
  return (
    // May scroll, so must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classNames('ui-zone__body', padding === 'flush' && 'ui-zone__body--flush')} tabIndex={0}>
      {children}
    </div>
  )
}

/** The zone's act, always at the same place: below what scrolls. */
export function ZoneFoot({ children }: Readonly<{ children: ReactNode }>) {
  return <footer className="ui-zone__foot">{children}</footer>
}
