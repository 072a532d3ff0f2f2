import { Link } from '@tanstack/react-router'
import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { desks, isAtThumb, type Desk } from '#client/shell/desks.ts'
import type { ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { Disclosure } from '#client/ui/Disclosure.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'

/** The desks: a column, icons under 1280 px, a bar at the thumb under 600. */
export function Navigation({ waiting }: Pick<ShellView, 'waiting'>) {
  const said = useWords(words)
  return (
    <nav className="shell__nav" aria-label={said.desks}>
      <ul>
        {desks.map((desk) => (
          <li
            key={desk.id}
            className={classNames(
              desk.digit === null && 'shell__nav-second',
              !isAtThumb(desk) && 'shell__nav-wide',
            )}
          >
            <DeskLink desk={desk} count={waiting[desk.id] ?? 0} />
          </li>
        ))}
        <li className="shell__nav-more">
          <Disclosure
            align="end"
            label={said.others}
            summary={
              <>
                <Icon name="settings" />
                <span className="shell__nav-label">{said.more}</span>
              </>
            }
          >
            {desks
              .filter((desk) => !isAtThumb(desk))
              .map((desk) => (
                <DeskLink key={desk.id} desk={desk} count={waiting[desk.id] ?? 0} />
              ))}
          </Disclosure>
        </li>
      </ul>
    </nav>
  )
}

function DeskLink({ desk, count }: Readonly<{ desk: Desk; count: number }>) {
  const said = useWords(words)
  return (
    <Link to={desk.path} className="shell__nav-link" title={said.desk[desk.id]}>
      <Icon name={desk.icon} />
      <span className="shell__nav-label">{said.desk[desk.id]}</span>
      {count === 0 ? null : (
        <span className="shell__nav-count">
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="fr-sr-only"> {said.waiting(count)}</span>
        </span>
      )}
      {desk.digit === null ? null : <Kbd keys={`Alt+${desk.digit}`} />}
    </Link>
  )
}
