import type { Language, SentencesOf } from '#shared/journal/telling.ts'
import { day, hour, minute } from '#shared/lib/time.ts'

const units = [
  { length: day, fr: 'j', en: 'd' },
  { length: hour, fr: 'h', en: 'h' },
  { length: minute, fr: 'min', en: 'min' },
] as const

/** A difference between two clocks, to the minute: "2 j 3 h 05 min". */
export function tellDrift(milliseconds: number, language: Language): string {
  let rest = Math.round(Math.abs(milliseconds) / minute) * minute
  const parts = units.flatMap(({ length, ...names }) => {
    const count = Math.floor(rest / length)
    rest -= count * length
    return count === 0 ? [] : [`${count} ${names[language]}`]
  })
  return parts.length === 0 ? `0 ${units[2][language]}` : parts.join(' ')
}

const directions = {
  fr: (drift: number) => (drift > 0 ? 'd’avance' : 'de retard'),
  en: (drift: number) => (drift > 0 ? 'fast' : 'slow'),
} as const

function tellAhead(drift: number, language: Language): string {
  return `${tellDrift(drift, language)} ${directions[language](drift)}`
}

export const clockSentences: SentencesOf<'clock'> = {
  'clock.doubted': {
    fr: ({ drift }) =>
      `L’horloge de la machine a ${tellAhead(drift, 'fr')} sur l’heure qui courait : elle n’est plus suivie`,
    en: ({ drift }) =>
      `The machine’s clock is ${tellAhead(drift, 'en')} against the time that was running: it is no longer followed`,
  },
  'clock.confirmed': {
    fr: () => 'L’horloge de la machine a été vérifiée : elle est juste',
    en: () => 'The machine’s clock was checked: it is right',
  },
  'clock.settled': {
    fr: () => 'L’horloge de la machine est de nouveau suivie',
    en: () => 'The machine’s clock is followed again',
  },
  'clock.takenBack': {
    fr: ({ first, last }) => `Lignes ${first} à ${last} : leur heure était juste, sa correction est annulée`,
    en: ({ first, last }) => `Lines ${first} to ${last}: their time was right, its correction is taken back`,
  },
  'clock.corrected': {
    fr: ({ first, last, by, isAtLeast }) =>
      `Lignes ${first} à ${last} : leur heure avait ${isAtLeast ? 'au moins ' : ''}${tellAhead(-by, 'fr')}, elle est corrigée`,
    en: ({ first, last, by, isAtLeast }) =>
      `Lines ${first} to ${last}: their time was ${isAtLeast ? 'at least ' : ''}${tellAhead(-by, 'en')}, it is corrected`,
  },
}
