import { accessRefusals } from '#client/access/refusal-words.ts'
import { activationRefusals } from '#client/activation/refusal-words.ts'
import { checklistsRefusals } from '#client/checklists/refusal-words.ts'
import { callinRefusals } from '#client/callin/refusal-words.ts'
import { callsRefusals } from '#client/calls/refusal-words.ts'
import { clockRefusals } from '#client/clock/refusal-words.ts'
import { journalRefusals } from '#client/journal/refusal-words.ts'
import { messagesRefusals } from '#client/messages/refusal-words.ts'
import { talkingPointsRefusals } from '#client/talkingpoints/refusal-words.ts'
import { privacyRefusals } from '#client/access/privacy-refusal-words.ts'
import { rosterRefusals } from '#client/roster/refusal-words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { sayReason, type RefusalWords } from '#client/lib/refusal-words.ts'
import { sayPlace } from '#client/lib/unprintable-words.ts'
import type { Refusal, RefusalCode } from '#shared/refusal.ts'

const sentences: RefusalWords<RefusalCode> = {
  'command.invalid': {
    fr: 'La saisie n’est pas valable : corrigez le champ indiqué.',
    en: 'What was entered is not valid: correct the field shown.',
  },
  'command.unprintable': {
    fr: (detail) => `Un texte contient ${sayPlace(detail, 'fr')}. Effacez-le et recommencez.`,
    en: (detail) => `A text holds ${sayPlace(detail, 'en')}. Delete it and try again.`,
  },
  'command.forbidden': {
    fr: 'Votre rôle ne permet pas de faire cela. Demandez au chef de salle.',
    en: 'Your role does not allow this. Ask the room lead.',
  },
  'command.exercise-only': {
    fr: 'L’animation n’agit que dans un exercice, jamais dans une crise réelle.',
    en: 'Exercise control acts in exercises only, never in a real crisis.',
  },
  'command.other-content': {
    fr: 'Déjà enregistré, avec d’autres mots, depuis un autre onglet : ceux-ci ne le sont pas. Relisez, puis renvoyez.',
    en: 'Already recorded with other words from another tab: these are not. Read again, then send.',
  },
  'command.other-author': {
    fr: 'Cet envoi porte la marque d’une autre personne : il n’est pas enregistré. Renvoyez-le.',
    en: 'This bears the mark of another person: it is not recorded. Send it again.',
  },
  'crisis.unknown': {
    fr: 'Cette crise n’existe pas ici. Choisissez une crise en cours.',
    en: 'This crisis does not exist here. Choose an open one.',
  },
  'crisis.closed': {
    fr: 'La crise est close : plus rien ne peut y être changé, sauf la main courante.',
    en: 'The crisis is closed: nothing but the logbook can change.',
  },
  ...accessRefusals,
  ...activationRefusals,
  ...callinRefusals,
  ...callsRefusals,
  ...checklistsRefusals,
  ...clockRefusals,
  ...journalRefusals,
  ...messagesRefusals,
  ...privacyRefusals,
  ...rosterRefusals,
  ...talkingPointsRefusals,
}

/** Why a command was not accepted, in the reader's words. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const language = useLanguage()
  return ({ code, detail }) => sayReason(sentences[code], detail, language)
}
