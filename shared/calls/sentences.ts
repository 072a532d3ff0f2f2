import type { CallbackResult, UrgentEnd } from '#shared/calls/commands.ts'
import type { Content } from '#shared/calls/content.ts'
import { emergencyServiceLabels, outcomeLabels } from '#shared/calls/labels.ts'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import { tellTime, type Language, type SentencesOf } from '#shared/journal/telling.ts'

export const callsSentences: SentencesOf<'calls'> = {
  'calls.logged': {
    fr: ({ content, callback }) =>
      `Appel${told(content, 'fr')}${callback === null ? '' : `, à rappeler à ${tellTime(callback.dueAt, 'fr')}`}${upward(content, 'fr')}`,
    en: ({ content, callback }) =>
      `Call${told(content, 'en')}${callback === null ? '' : `, to call back at ${tellTime(callback.dueAt, 'en')}`}${upward(content, 'en')}`,
  },
  'calls.corrected': {
    fr: ({ facts }) => `Fiche d’appel corrigée (version ${facts.revision})${told(facts.content, 'fr')}`,
    en: ({ facts }) => `Call sheet corrected (version ${facts.revision})${told(facts.content, 'en')}`,
  },
  'calls.linked': {
    fr: () => 'Deux fiches d’appel rapprochées',
    en: () => 'Two call sheets linked',
  },
  'calls.callbackTaken': {
    fr: () => 'Rappel pris en charge',
    en: () => 'Call-back taken',
  },
  'calls.callbackReleased': {
    fr: () => 'Rappel remis dans la liste',
    en: () => 'Call-back put back on the list',
  },
  'calls.callbackTried': {
    fr: ({ result }) => tellResult(result, 'fr'),
    en: ({ result }) => tellResult(result, 'en'),
  },
  'calls.urgentRaised': {
    fr: ({ commune }) => `URGENCE VITALE en ligne${commune === null ? '' : ` à ${commune.name}`}`,
    en: ({ commune }) => `LIFE THREAT on the line${commune === null ? '' : ` in ${commune.name}`}`,
  },
  'calls.urgentAcknowledged': {
    fr: ({ after }) => `Urgence vue par l’encadrement en ${seconds(after)} s`,
    en: ({ after }) => `Emergency seen by the room lead within ${seconds(after)} s`,
  },
  'calls.urgentEnded': {
    fr: ({ end }) => tellEnd(end, 'fr'),
    en: ({ end }) => tellEnd(end, 'en'),
  },
}

/** Reason, commune and outcome: what a sheet says without saying who called. */
function told({ reason, commune, outcome }: Content, language: Language): string {
  const colon = language === 'fr' ? ' : ' : ': '
  const place = commune === null ? '' : `, ${commune.name}`
  return `${colon}${reasonLabel(reason, language)}${place}, ${outcomeLabels[outcome][language]}`
}

function upward({ upward: item }: Content, language: Language): string {
  if (item === null) return ''
  const said = language === 'fr' ? 'À remonter : ' : 'Passed up: '
  return `. ${said}${item.fact} (${item.place})`
}

function tellResult(result: CallbackResult, language: Language): string {
  const fr = language === 'fr'
  switch (result.kind) {
    case 'reached':
      return fr ? 'Rappel fait' : 'Called back'
    case 'cancelled':
      return fr ? 'Rappel annulé' : 'Call-back cancelled'
    default: {
      const time = tellTime(result.dueAt, language)
      return fr ? `Rappel sans réponse, nouvel essai à ${time}` : `No answer, next attempt at ${time}`
    }
  }
}

function tellEnd(end: UrgentEnd, language: Language): string {
  const fr = language === 'fr'
  switch (end.kind) {
    case 'transferred': {
      const service = `${end.to} (${emergencyServiceLabels[end.to][language]})`
      return fr ? `Urgence transférée au ${service}` : `Emergency transferred to ${service}`
    }
    case 'settled':
      return fr ? 'Urgence terminée sans transfert' : 'Emergency over without transfer'
    default:
      return fr ? 'Urgence annulée : touche pressée par erreur' : 'Emergency cancelled: key hit by mistake'
  }
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 1_000)
}
