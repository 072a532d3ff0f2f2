import type { Checklists } from '#shared/checklists/state.ts'

/** The reflex cards a new installation starts with (domain.md 3.9): each préfecture edits them as its own. */
export const defaultChecklists: Checklists = {
  switchboard: [
    { id: 'switchboard-order', label: 'Noter l’ordre du préfet et le relire à voix haute', critical: false },
    { id: 'switchboard-callin', label: 'Lancer le rappel des membres', critical: false },
    {
      id: 'switchboard-number',
      label: 'Vérifier que le numéro de crise sonne dans la salle',
      critical: true,
    },
    { id: 'switchboard-tell', label: 'Prévenir communication, chef de salle et SIDSIC', critical: false },
    { id: 'switchboard-greeting', label: 'Changer le message d’accueil du standard', critical: false },
  ],
  itSupport: [
    { id: 'it-posts', label: 'Mettre en service les postes et les casques', critical: true },
    { id: 'it-overflow', label: 'Régler le débordement et le répondeur', critical: false },
    { id: 'it-printers', label: 'Préparer imprimantes et fiches papier de secours', critical: false },
    { id: 'it-backup', label: 'Vérifier le secours électrique et réseau', critical: false },
  ],
  roomLead: [
    { id: 'lead-seats', label: 'Placer les opérateurs', critical: false },
    { id: 'lead-briefing', label: 'Tenir le briefing avant la prise d’appels', critical: true },
    { id: 'lead-talking-points', label: 'Distribuer les éléments de langage', critical: true },
    { id: 'lead-line', label: 'Ouvrir la ligne', critical: false },
    { id: 'lead-point', label: 'Tenir le point toutes les 30 minutes', critical: false },
    { id: 'lead-relief', label: 'Organiser les relèves', critical: false },
  ],
  comms: [
    { id: 'comms-reflex', label: 'Préparer le message réflexe et le faire valider', critical: false },
    { id: 'comms-web', label: 'Poser le bandeau du site', critical: false },
    { id: 'comms-networks', label: 'Publier sur les réseaux', critical: false },
    { id: 'comms-media', label: 'Prévenir la presse et annoncer le numéro', critical: false },
    { id: 'comms-watch', label: 'Organiser la veille des réseaux', critical: false },
  ],
  approver: [
    { id: 'approver-validate', label: 'Valider le premier message', critical: false },
    { id: 'approver-rhythm', label: 'Fixer le rythme des points de situation', critical: false },
  ],
  civilProtection: [
    { id: 'cod-facts', label: 'Transmettre les premiers faits établis', critical: false },
    { id: 'cod-answers', label: 'Répondre aux questions remontées', critical: false },
  ],
  hr: [
    { id: 'hr-presence', label: 'Suivre les présences et les heures', critical: false },
    { id: 'hr-meals', label: 'Prévoir repas et repos', critical: false },
    { id: 'hr-aftercare', label: 'Proposer un suivi aux personnes éprouvées', critical: false },
  ],
  quality: [
    { id: 'quality-observe', label: 'Observer et relever les écarts', critical: false },
    { id: 'quality-evidence', label: 'Vérifier les preuves horodatées', critical: false },
  ],
}
