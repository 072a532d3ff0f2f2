import type { Event, EventType } from '#shared/event.ts'
import type { Author } from '#shared/lib/id.ts'

/**
 * How a fact is told in the logbook: one sentence per language, from the event alone.
 *
 * A sentence never reads `personal`: it is indexed, exported and printed for every audience, and must stay true after
 * an erasure. Colleagues and members appear through `name`, which says so itself once they are erased.
 */
export type Language = 'fr' | 'en'

/** The name of a colleague or member as it is known now; null when erased or never heard of. */
export type Lookup = (id: string) => string | null

/** Total: an unknown or erased name is told as such in the sentence's language. */
export type Name = (id: string) => string

type Tell<E> = (event: E, name: Name) => string

/** One feature's sentences: an event without one does not compile. */
export type SentencesOf<Feature extends string> = {
  readonly [T in Extract<EventType, `${Feature}.${string}`>]: Readonly<
    Record<Language, Tell<Extract<Event, { type: T }>>>
  >
}

const system: Readonly<Record<Language, string>> = { fr: 'la console', en: 'the console' }
const unnamed: Readonly<Record<Language, string>> = { fr: '(nom effacé)', en: '(name erased)' }

/** Makes the total naming function that sentences use. */
export function namesFrom(lookup: Lookup, language: Language): Name {
  return (id) => (id === 'system' ? system[language] : (lookup(id) ?? unnamed[language]))
}

/** Who wrote the line, as its second column shows it. */
export function tellAuthor(author: Author, lookup: Lookup, language: Language): string {
  return namesFrom(lookup, language)(author)
}

const clocks: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: clockFor('fr-FR'),
  en: clockFor('en-GB'),
}

function clockFor(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })
}

/** A time of day inside a sentence: "02:41". */
export function tellTime(instant: number, language: Language): string {
  return clocks[language].format(instant)
}
