import { words } from '#client/access/two-people-words.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { isGraveRole } from '#shared/access/grave.ts'
import type { Role } from '#shared/access/roles.ts'
import { needsTwo } from '#shared/access/two-people.ts'

/** Said before it is sent: whether what is being given will wait for a second person, or bear the mark of one. */
export function GraveNote({ given, held }: Readonly<{ given: readonly Role[]; held: readonly Role[] }>) {
  const said = useWords(words)
  const isForTwo = useConsole(({ state }) => needsTwo(state.standing.people, now()))
  if (!given.some((role) => isGraveRole(role) && !held.includes(role))) return null
  return <Callout tone={isForTwo ? 'info' : 'warning'} title={isForTwo ? said.asksTwo : said.isAlone} />
}
