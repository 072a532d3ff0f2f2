import { serviceTemplates } from '#shared/messages/default-service-templates.ts'
import type { Template, Templates } from '#shared/messages/state.ts'

type Written = Readonly<
  Pick<Template, 'id' | 'kind' | 'name' | 'title' | 'what'> &
    Partial<Pick<Template, 'instructions' | 'where' | 'body' | 'nextPointIn'>>
>

/** Emergency numbers are for emergencies: said in the first message and wherever people are told to act. */
const keepLinesFree = 'N’appelez le 15, le 17, le 18 ou le 112 qu’en cas d’urgence.'

const publicTemplates: readonly Written[] = [
  {
    id: 'first-message',
    kind: 'firstMessage',
    name: 'Message réflexe',
    title: '{événement} à {lieu} : mettez-vous à l’abri',
    what: 'Alerte de la préfecture {préfecture}. {événement} en cours à {lieu} depuis {depuis}.',
    instructions: ['{geste à faire tout de suite}', 'Restez à l’écart de {lieu}.', keepLinesFree],
    where: '{lieu}',
    body: 'Les secours sont engagés. Les faits sont en cours de vérification.',
    nextPointIn: 60,
  },
  {
    id: 'line-opened',
    kind: 'lineOpened',
    name: 'Ouverture du numéro',
    title: 'Un numéro d’information : {numéro}',
    what: 'La préfecture {préfecture} ouvre un numéro d’information du public à partir de {depuis}.',
    instructions: ['Pour une question sur l’événement, appelez le {numéro}.', keepLinesFree],
    where: '{lieu}',
    body: 'Horaires : {horaires}. Coût : {coût de l’appel}.\n\nCe numéro informe sur les consignes, les routes, les écoles et l’hébergement. Il ne traite pas les urgences.\n\nPersonnes sourdes ou malentendantes : en cas d’urgence, contactez le 114 par SMS ou par l’application.',
  },
  {
    id: 'instructions-shelter',
    kind: 'instructions',
    name: 'Consignes : mise à l’abri',
    title: 'À {lieu}, mettez-vous à l’abri',
    what: 'La préfecture {préfecture} demande la mise à l’abri à {lieu} depuis {depuis}, en raison de : {cause}.',
    instructions: [
      'Entrez dans un bâtiment en dur.',
      'Fermez portes, fenêtres et aérations.',
      'Restez-y jusqu’à la fin de l’alerte.',
    ],
    where: '{lieu}',
    body: 'N’allez pas chercher vos enfants à l’école : ils y sont en sécurité.\n\n' + keepLinesFree,
    nextPointIn: 60,
  },
  {
    id: 'instructions-evacuation',
    kind: 'instructions',
    name: 'Consignes : évacuation',
    title: 'Évacuation de {lieu}',
    what: 'La préfecture {préfecture} demande l’évacuation de {lieu} à partir de {depuis}, en raison de : {cause}.',
    instructions: [
      'Quittez votre logement maintenant.',
      'Rejoignez {point de rassemblement} par {itinéraire}.',
      'Prenez papiers, médicaments et vêtements chauds.',
    ],
    where: '{lieu}',
    body:
      'Coupez le gaz et l’électricité avant de partir. Prévenez vos voisins.\n\nVous ne pouvez pas vous déplacer seul ? Appelez le {numéro}.\n\n' +
      keepLinesFree,
    nextPointIn: 60,
  },
  {
    id: 'instructions-flood',
    kind: 'instructions',
    name: 'Consignes : inondation',
    title: 'Inondation à {lieu} : montez à l’étage',
    what: 'L’eau monte à {lieu} depuis {depuis}. La préfecture {préfecture} demande à chacun de se mettre en hauteur.',
    instructions: [
      'Montez à l’étage et n’allez pas au sous-sol.',
      'N’entrez pas dans une rue inondée, à pied ou en voiture.',
      'Coupez le gaz et l’électricité.',
    ],
    where: '{lieu}',
    body: keepLinesFree,
    nextPointIn: 60,
  },
  {
    id: 'instructions-water',
    kind: 'instructions',
    name: 'Consignes : eau du robinet',
    title: 'À {lieu}, ne buvez pas l’eau du robinet',
    what: 'Depuis {depuis}, l’eau du robinet ne doit pas être bue à {lieu}. La préfecture {préfecture} et l’agence régionale de santé contrôlent le réseau.',
    instructions: [
      'Ne buvez pas l’eau du robinet, même bouillie.',
      'Buvez de l’eau en bouteille, aussi pour les biberons.',
      'Retirez de l’eau à {lieu de distribution}, {horaires}.',
    ],
    where: '{lieu}',
    body: 'L’eau peut servir à {usages permis}.\n\nDes analyses sont en cours. Leurs résultats seront publiés ici.',
    nextPointIn: 240,
  },
  {
    id: 'instructions-schools',
    kind: 'instructions',
    name: 'Consignes : écoles et crèches',
    title: 'Écoles et crèches de {lieu} : {décision}',
    what: 'La préfecture {préfecture} annonce, à partir de {depuis} : {décision} des écoles, collèges, lycées et crèches de {lieu}.',
    instructions: ['Gardez vos enfants à la maison.', 'Consultez l’établissement avant tout déplacement.'],
    where: '{lieu}',
    body: 'Les enfants déjà présents sont accueillis jusqu’à l’arrivée de leurs parents.\n\nUn accueil est ouvert pour les enfants de {personnels concernés}.',
    nextPointIn: 240,
  },
  {
    id: 'instructions-travel',
    kind: 'instructions',
    name: 'Consignes : déplacements',
    title: 'Évitez de vous déplacer à {lieu}',
    what: 'En raison de {cause}, la préfecture {préfecture} demande de limiter les déplacements à {lieu} depuis {depuis}.',
    instructions: [
      'Reportez votre déplacement.',
      'Si vous êtes sur la route, arrêtez-vous en lieu sûr.',
      'Laissez passer les secours.',
    ],
    where: '{lieu}',
    body: 'Routes fermées : {routes fermées}.\n\nItinéraires conseillés : {itinéraires}.',
    nextPointIn: 120,
  },
  {
    id: 'situation-report',
    kind: 'situationReport',
    name: 'Point de situation',
    title: 'Point de situation n° {n} : {événement} à {lieu}',
    what: 'Point de la préfecture {préfecture} à {heure}. {faits établis}',
    instructions: ['{consigne 1}', '{consigne 2}'],
    where: '{lieu}',
    body: 'Mesures prises : {mesures}.\n\nMoyens engagés : {moyens}.\n\nOrigine : {origine supposée ou inconnue}.\n\nCe que nous ne savons pas encore : {ce que nous ne savons pas}.',
    nextPointIn: 60,
  },
  {
    id: 'rumour-denial',
    kind: 'rumourDenial',
    name: 'Démenti',
    // The title says the fact and does not repeat the rumour: a title is what gets shared.
    title: '{fait exact}',
    what: 'Une information fausse circule depuis {depuis}. La préfecture {préfecture} confirme : {fait exact}',
    instructions: ['Ne relayez pas cette rumeur.', 'Vérifiez ici avant de partager.'],
    where: '{lieu}',
    body: 'Ce qui est dit à tort : {rumeur en quelques mots}.\n\nSource : {source}.',
  },
  {
    id: 'family-info',
    kind: 'familyInfo',
    name: 'Familles et proches',
    title: 'Familles et proches : accueil à {adresse}',
    what: 'La préfecture {préfecture} ouvre un accueil pour les familles et les proches, depuis {depuis}.',
    instructions: ['Appelez le {numéro des familles}.', 'Ou rendez-vous à {adresse}.'],
    where: '{adresse}',
    body: 'Sur place : information, soutien psychologique, accompagnement. Horaires : {horaires}.\n\nSi vous étiez sur les lieux et que vous êtes sain et sauf, prévenez vos proches.',
  },
  {
    id: 'service-status',
    kind: 'serviceStatus',
    name: 'Routes, écoles, transports',
    title: 'Routes, écoles et transports à {heure}',
    what: 'État des services à {heure}, selon la préfecture {préfecture}.',
    instructions: ['Renseignez-vous avant de partir.'],
    where: '{lieu}',
    body: 'Routes : {routes}.\n\nTrains et cars : {transports}.\n\nÉcoles et crèches : {écoles}.\n\nÉlectricité, eau, téléphone : {réseaux}.',
    nextPointIn: 120,
  },
  {
    id: 'call-for-witnesses',
    kind: 'callForWitnesses',
    name: 'Appel à témoins',
    title: 'Appel à témoins : {objet}',
    what: 'La préfecture {préfecture} relaie l’appel à témoins du {service}. {faits}, depuis {depuis}, à {lieu}.',
    instructions: ['Si vous avez vu ou filmé les faits, contactez {contact}.', 'Ne publiez pas vos images.'],
    where: '{lieu}',
    body: 'N’intervenez pas vous-même.',
  },
  {
    id: 'donations-stop',
    kind: 'donationsStop',
    name: 'Dons et aide',
    title: 'Merci : {ce qui suffit} ne sont plus nécessaires',
    what: 'La préfecture {préfecture} remercie chacun. Depuis {depuis}, les besoins en {ce qui suffit} sont couverts.',
    instructions: ['N’apportez plus de dons à {lieu}.', 'Pour aider autrement, contactez {association}.'],
    where: '{lieu}',
    body: 'Les dons apportés sans accord encombrent les accès des secours.',
  },
  {
    id: 'correction',
    kind: 'correction',
    name: 'Rectificatif',
    title: 'Rectificatif : {sujet}',
    what: 'La préfecture {préfecture} rectifie son message du {date et heure}. Il faut lire : {texte exact}',
    instructions: ['{consigne exacte}'],
    where: '{lieu}',
    body: 'Le message précédent indiquait par erreur : {erreur}.',
  },
  {
    id: 'line-closing',
    kind: 'lineClosing',
    name: 'Fermeture du numéro',
    title: 'Le numéro {numéro} ferme à {heure}',
    what: 'Le numéro d’information ouvert par la préfecture {préfecture} ferme le {date} à {heure}.',
    instructions: ['Posez vos questions avant {heure}.', keepLinesFree],
    where: '{lieu}',
    body: 'Ensuite, pour toute question : {contact habituel}.',
  },
  {
    id: 'end-of-event',
    kind: 'endOfEvent',
    name: 'Fin de l’événement',
    title: 'Fin du danger à {lieu}',
    what: 'La préfecture {préfecture} annonce la fin du danger à {lieu}, à partir de {heure}.',
    instructions: ['Vous pouvez {ce qui est permis}.', 'Restez prudent : {risque restant}.'],
    where: '{lieu}',
    body: 'Photographiez les dégâts et déclarez-les à votre assureur dans les cinq jours.\n\nLa reconnaissance de l’état de catastrophe naturelle se demande à votre mairie.\n\nMerci à tous ceux qui ont aidé.',
  },
  {
    id: 'exercise-notice',
    kind: 'exerciseNotice',
    name: 'Annonce d’exercice',
    title: 'Exercice à {lieu} le {date}',
    what: 'La préfecture {préfecture} organise un exercice à {lieu}, le {date}, à partir de {heure}. Il n’y a aucun danger.',
    instructions: ['N’appelez pas les secours.', 'Laissez passer les véhicules.'],
    where: '{lieu}',
    body: 'Des sirènes et des véhicules de secours peuvent être entendus et vus jusqu’à {heure de fin}.',
  },
]

function complete(written: Written): Template {
  return { instructions: [], where: null, body: '', nextPointIn: null, reviewed: null, ...written }
}

/** What a new installation starts with: each préfecture rereads them and makes them its own. */
export const defaultTemplates: Templates = Object.fromEntries(
  [...publicTemplates.map(complete), ...serviceTemplates].map((template) => [template.id, template]),
)
