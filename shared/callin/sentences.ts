import type { CallinEvent } from '#shared/callin/events.ts'
import { deedLabels, outcomeLabels, phoneKindLabels } from '#shared/callin/labels.ts'
import { tellTime, type Language, type SentencesOf } from '#shared/journal/telling.ts'

type Logged = Extract<CallinEvent, { type: 'callin.logged' }>

export const callinSentences: SentencesOf<'callin'> = {
  'callin.taken': {
    fr: ({ member }, name) => `Rappel de ${name(member)} en cours`,
    en: ({ member }, name) => `Calling ${name(member)} in`,
  },
  'callin.released': {
    fr: ({ member }, name) => `Rappel de ${name(member)} laissé à un autre`,
    en: ({ member }, name) => `${name(member)} left for another to call in`,
  },
  'callin.logged': {
    fr: (event, name) => `Rappel de ${name(event.member)}${onPhone(event, 'fr')} : ${said(event, 'fr')}`,
    en: (event, name) => `${name(event.member)} called${onPhone(event, 'en')}: ${said(event, 'en')}`,
  },
  'callin.undone': {
    fr: ({ member, deed }, name) => `Saisie annulée pour ${name(member)} : ${deedLabels[deed].fr}`,
    en: ({ member, deed }, name) => `Entry taken back for ${name(member)}: ${deedLabels[deed].en}`,
  },
  'callin.arrived': {
    fr: ({ member }, name) => `${name(member)} est sur place`,
    en: ({ member }, name) => `${name(member)} is on site`,
  },
  'callin.seated': {
    fr: ({ member, post }, name) => `${name(member)} prend le poste ${post}`,
    en: ({ member, post }, name) => `${name(member)} takes post ${post}`,
  },
  'callin.wentOnBreak': {
    fr: ({ member }, name) => `${name(member)} est en pause`,
    en: ({ member }, name) => `${name(member)} is on a break`,
  },
  'callin.left': {
    fr: ({ member }, name) => `${name(member)} quitte les lieux`,
    en: ({ member }, name) => `${name(member)} leaves the site`,
  },
}

function onPhone({ phone }: Logged, language: Language): string {
  return phone === null ? '' : ` (${phoneKindLabels[phone.kind][language]})`
}

function said({ outcome, expectedAt }: Logged, language: Language): string {
  const label = outcomeLabels[outcome][language]
  if (expectedAt === null) return label
  const time = tellTime(expectedAt, language)
  if (outcome === 'later')
    return language === 'fr' ? `${label}, à partir de ${time}` : `${label}, from ${time}`
  return language === 'fr' ? `${label}, vers ${time} au plus tard` : `${label}, by ${time}`
}
