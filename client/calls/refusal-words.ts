import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { CallsRefusal } from '#shared/calls/refusals.ts'

export const callsRefusals: RefusalWords<CallsRefusal> = {
  'calls.in-future': {
    fr: 'L’heure de l’appel est dans le futur : corrigez-la.',
    en: 'The time of the call lies in the future: correct it.',
  },
  'calls.before-crisis': {
    fr: 'L’appel est daté d’avant la crise : corrigez l’heure.',
    en: 'The call is dated before the crisis: correct its time.',
  },
  'calls.after-closure': {
    fr: 'L’appel est daté d’après la clôture : corrigez l’heure.',
    en: 'The call is dated after the closure: correct its time.',
  },
  'calls.unknown-sheet': {
    fr: 'Cette fiche n’existe pas dans cette crise.',
    en: 'This sheet does not exist in this crisis.',
  },
  'calls.not-your-sheet': {
    fr: 'Cette fiche se corrige par son auteur ou par le chef de salle.',
    en: 'This sheet is corrected by its author or by the room lead.',
  },
  'calls.corrected-meanwhile': {
    fr: 'Quelqu’un vient de corriger cette fiche : relisez-la avant de reprendre.',
    en: 'Someone has just corrected this sheet: read it again before going on.',
  },
  'calls.callback-without-phone': {
    fr: 'Rappel promis sans numéro : notez le téléphone de l’appelant.',
    en: 'A call-back without a number: note the caller’s telephone.',
  },
  'calls.callback-date': {
    fr: 'L’heure du rappel doit être à venir, dans les sept jours.',
    en: 'The call-back must be due later, within seven days.',
  },
  'calls.callback-already-promised': {
    fr: 'Un rappel est déjà promis sur cette fiche.',
    en: 'A call-back is already promised on this sheet.',
  },
  'calls.no-callback': {
    fr: 'Aucun rappel n’est attendu sur cette fiche.',
    en: 'No call-back is outstanding on this sheet.',
  },
  'calls.callback-taken': {
    fr: (who) => `Ce rappel est déjà pris par ${who}.`,
    en: (who) => `${who} has already taken this call-back.`,
  },
  'calls.sought-not-allowed': {
    fr: 'Cette crise n’a pas de personnes recherchées : cochez « nombreuses victimes » dans la crise.',
    en: 'This crisis has no sought persons: tick “many victims” in the crisis.',
  },
  'calls.erased': {
    fr: 'Les données de cette fiche ont été effacées : ce que vous aviez écrit de la personne l’est aussi, et n’est pas enregistré.',
    en: 'The data of this sheet have been erased: what you had written of the person is too, and is not recorded.',
  },
  'calls.link-to-itself': {
    fr: 'Une fiche ne se lie pas à elle-même.',
    en: 'A sheet cannot be linked to itself.',
  },
  'calls.unknown-urgent': { fr: 'Cette alerte n’existe plus.', en: 'This alert no longer exists.' },
  'calls.urgent-not-yours': {
    fr: 'Cette alerte se clôt par son auteur ou par le chef de salle.',
    en: 'This alert is closed by its author or by the room lead.',
  },
}
