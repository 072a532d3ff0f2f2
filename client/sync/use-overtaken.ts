import { useState } from 'react'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import type { Ground } from '#client/sync/kept-store.ts'
import { useConsole, type ConsoleView } from '#client/sync/use-console.ts'
import { useLookup } from '#client/sync/use-names.ts'
import { words } from '#client/sync/words.ts'
import type { Event } from '#shared/event.ts'
import { tell } from '#shared/journal/sentence.ts'
import { tellAuthor } from '#shared/journal/telling.ts'

/** What a dialog's act stands on: with another answer to `fact`, the act would mean something else, or nothing. */
export type Grounds = Readonly<{
  fact: (view: ConsoleView) => Ground['fact']
  /** Which facts change it, to say who did. */
  isChangedBy: (event: Event) => boolean
}>

/** What the act stands on as it is now. */
export function useGround(grounds: Grounds | null): Ground {
  return {
    fact: useConsole((view) => grounds?.fact(view) ?? null),
    seq: useConsole(({ state }) => state.seq),
  }
}

/**
 * Who did what meanwhile, in words; null while what was true when the dialog opened still is, or when what stands in it was
 * begun. One's own act changes the world too: nothing is said of it while it is on its way.
 */
export function useOvertaken(
  grounds: Grounds | null,
  isSending: boolean,
  begun: Ground | null = null,
): string | null {
  const said = useWords(words)
  const language = useLanguage()
  const format = useFormat()
  const lookup = useLookup()
  const facts = useConsole(({ crisis, standingTail }) => [...(crisis?.journal.recent ?? []), ...standingTail])
  const ground = useGround(grounds)
  const [opened] = useState(ground)
  const on = begun ?? opened
  if (grounds === null || isSending || ground.fact === on.fact) return null
  const last = facts.findLast(({ seq, event }) => seq > on.seq && grounds.isChangedBy(event))
  if (last === undefined) return said.changed
  const { at, by, event } = last
  return said.didMeanwhile(
    format.instant(at, 'time'),
    tellAuthor(by, lookup, language),
    tell(event, lookup, language),
  )
}
