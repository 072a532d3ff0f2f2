import type { Template } from '#shared/messages/state.ts'

type Written = Readonly<Pick<Template, 'id' | 'kind' | 'name' | 'title' | 'body'>>

const written: readonly Written[] = [
  {
    id: 'member-call-in',
    kind: 'memberCallIn',
    name: 'Rappel d’un membre (à lire)',
    title: 'Rappel de la cellule',
    body: 'Bonjour, ici la préfecture {préfecture}. La cellule d’information du public est activée : {événement} à {lieu}.\n\nPouvez-vous venir ? Dans combien de temps serez-vous à {lieu de rendez-vous} ?\n\nVenez avec votre badge et une pièce d’identité. Soyez prudent sur la route.',
  },
  {
    id: 'member-stand-down',
    kind: 'memberStandDown',
    name: 'Levée d’un membre (à lire)',
    title: 'La cellule n’a plus besoin de vous cette fois',
    body: 'Bonjour, ici la préfecture {préfecture}. Les postes sont couverts : ne vous déplacez pas, ou rentrez chez vous.\n\nMerci d’avoir répondu. Restez joignable pour une relève à {heure de relève}.',
  },
  {
    id: 'relief-request',
    kind: 'reliefRequest',
    name: 'Demande de relève (à lire)',
    title: 'Relève de la cellule',
    body: 'Bonjour, ici la préfecture {préfecture}. Nous préparons la relève de {heure de relève} à {heure de fin}, à {lieu de rendez-vous}.\n\nÊtes-vous disponible ? La prise de poste commence par un briefing de cinq minutes.',
  },
  {
    id: 'voice-welcome',
    kind: 'voiceWelcome',
    name: 'Accueil du numéro (voix)',
    title: 'Accueil du numéro d’information',
    body: 'Vous appelez la cellule d’information du public de la préfecture {préfecture}.\n\nEn cas d’urgence, raccrochez et composez le 15, le 18 ou le 112.\n\nLes consignes à {heure} : {consignes}. Pour parler à un agent, restez en ligne.',
  },
  {
    id: 'voice-overflow',
    kind: 'voiceOverflow',
    name: 'Débordement du numéro (voix)',
    title: 'Tous les agents sont en ligne',
    body: 'Tous nos agents répondent à d’autres appels.\n\nLes consignes à {heure} : {consignes}. Elles sont aussi publiées sur {adresse du site}.\n\nEn cas d’urgence, raccrochez et composez le 15, le 18 ou le 112.',
  },
  {
    id: 'press-invite',
    kind: 'pressInvite',
    name: 'Invitation à la presse',
    title: 'Point presse à {heure}, {lieu de rendez-vous}',
    body: 'La préfecture {préfecture} tient un point presse sur {événement} le {date} à {heure}, à {lieu de rendez-vous}.\n\nIntervenants : {intervenants}.\n\nAccréditation et contact : {contact presse}. Le numéro d’information du public n’est pas destiné à la presse.',
  },
]

/** Read aloud, recorded or sent outside the public page: one text each, no parts. */
export const serviceTemplates: readonly Template[] = written.map((text) => ({
  ...text,
  what: '',
  instructions: [],
  where: null,
  nextPointIn: null,
  reviewed: null,
}))
