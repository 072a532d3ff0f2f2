import { useWords } from '#client/lib/words.ts'
import { templateWords } from '#client/messages/template-words.ts'
import { useConsole } from '#client/sync/use-console.ts'

/** How many templates nobody of this préfecture has read yet, for a tab; null: all were read. */
export function useUnreviewed() {
  const said = useWords(templateWords)
  const templates = useConsole(({ state }) => state.standing.templates)
  const count = Object.values(templates).filter(({ reviewed }) => reviewed === null).length
  return count === 0 ? null : { count, label: said.unreviewed(count), tone: 'warning' as const }
}
