import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { Author } from '#shared/lib/id.ts'

/** What a colleague is called. */
export function useName(): (author: Author) => string {
  const { nobody } = useWords(words)
  const people = useConsole(({ state }) => state.standing.people)
  return (author) => (author === 'system' ? 'Console' : (people[author]?.name ?? nobody))
}
