import { Link } from '@tanstack/react-router'
import { words } from '#client/situation/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useLookup } from '#client/sync/use-names.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { timesOf } from '#shared/clock/select.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { tell } from '#shared/journal/sentence.ts'
import { tellAuthor } from '#shared/journal/telling.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

const shown = 20

/** The last facts, newest first, as the main courante tells them. */
export function Feed({ recent }: Readonly<{ recent: readonly LiveEntry[] }>) {
  const said = useWords(words).feed
  const language = useLanguage()
  const format = useFormat()
  const lookup = useLookup()
  const clock = useConsole(({ state }) => state.standing.clock)
  const last = recent
    .slice(-shown)
    .reverse()
    .map((entry) => ({ ...entry, ...timesOf(clock, entry) }))
  return (
    <Panel title={said.title} aside={<Link to="/main-courante">{said.all}</Link>}>
      {last.length === 0 ? (
        <EmptyState title={said.title}>{said.empty}</EmptyState>
      ) : (
        <ol className="situation__feed">
          {last.map(({ seq, at, by, event }) => (
            <li key={seq}>
              <time dateTime={new Date(at).toISOString()} title={format.instant(at, 'exactDateTime')}>
                {format.instant(at, 'time')}
              </time>
              <span>
                {bindSpaces(tell(event, lookup, language))}{' '}
                <span className="situation__muted">{tellAuthor(by, lookup, language)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
