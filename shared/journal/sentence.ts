import { accessSentences } from '#shared/access/sentences.ts'
import { activationSentences } from '#shared/activation/sentences.ts'
import { callinSentences } from '#shared/callin/sentences.ts'
import { callsSentences } from '#shared/calls/sentences.ts'
import { checklistsSentences } from '#shared/checklists/sentences.ts'
import { clockSentences } from '#shared/clock/sentences.ts'
import { featureOf, type Event, type EventType, type FeatureOf } from '#shared/event.ts'
import { journalSentences } from '#shared/journal/sentences.ts'
import { namesFrom, type Language, type Lookup, type SentencesOf } from '#shared/journal/telling.ts'
import { bindPunctuation } from '#shared/lib/bind-spaces.ts'
import { UnknownVariant } from '#shared/lib/unreachable.ts'
import { messagesSentences } from '#shared/messages/sentences.ts'
import { privacySentences } from '#shared/privacy/sentences.ts'
import { rosterSentences } from '#shared/roster/sentences.ts'
import { talkingPointsSentences } from '#shared/talkingpoints/sentences.ts'

/** Every feature's sentences; a feature or an event that has none does not compile. */
const sentences: { readonly [F in FeatureOf<EventType>]: SentencesOf<F> } = {
  access: accessSentences,
  activation: activationSentences,
  callin: callinSentences,
  calls: callsSentences,
  checklists: checklistsSentences,
  clock: clockSentences,
  journal: journalSentences,
  messages: messagesSentences,
  privacy: privacySentences,
  roster: rosterSentences,
  talkingpoints: talkingPointsSentences,
}

/**
 * The fact as the main courante tells it: the same words on the screen, in the search index, in the CSV and on paper.
 * Throws `UnknownVariant` on an event this build has never heard of.
 */
export function tell(event: Event, lookup: Lookup, language: Language): string {
  const feature: Readonly<Record<string, unknown>> = sentences[featureOf(event.type)] ?? {}
  if (!Object.hasOwn(feature, event.type)) throw new UnknownVariant(event.type)
  // The table pairs each event with its own sentence; the compiler can't follow that through the index.
  const pair = feature[event.type] as Record<Language, (event: Event, name: (id: string) => string) => string>
  const sentence = pair[language](event, namesFrom(lookup, language))
  return language === 'fr' ? bindPunctuation(sentence) : sentence
}
