import { minute } from '#shared/lib/time.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { Content } from '#shared/messages/schema.ts'
import { crisisNumber } from './place.ts'

export type Text = Readonly<{
  kind: PublicKind
  template: string
  content: Omit<Content, 'nextPointAt' | 'expiresAt'>
}>

const where = 'Saint-Aubin-sur-Ardière, Rochemaure-le-Pont'
const keepLinesFree = 'N’appelez le 15, le 17, le 18 ou le 112 qu’en cas d’urgence.'

/** What the communication desk says in the course of the exercise, in this order. */
export const texts: readonly Text[] = [
  {
    kind: 'firstMessage',
    template: 'first-message',
    content: {
      title: 'Crue de l’Ardière : éloignez-vous des berges',
      what: 'L’Ardière déborde à Saint-Aubin-sur-Ardière et à Rochemaure-le-Pont.',
      instructions: [
        'Montez à l’étage et n’allez pas au sous-sol.',
        'Éloignez-vous des berges et des ponts.',
        keepLinesFree,
      ],
      where,
      body: 'Les secours sont engagés. Les faits sont en cours de vérification.',
    },
  },
  {
    kind: 'lineOpened',
    template: 'line-opened',
    content: {
      title: `Un numéro d’information : ${crisisNumber}`,
      what: 'La préfecture du Val-d’Ardière ouvre un numéro d’information du public.',
      instructions: [`Pour une question sur l’événement, appelez le ${crisisNumber}.`, keepLinesFree],
      where,
      body: 'Appel non surtaxé, jour et nuit. Ce numéro informe sur les consignes, les routes, les écoles et l’hébergement. Il ne traite pas les urgences.\n\nPersonnes sourdes ou malentendantes : en cas d’urgence, contactez le 114 par SMS ou par l’application.',
    },
  },
  {
    kind: 'situationReport',
    template: 'situation-report',
    content: {
      title: 'Point de situation n° 1 : crue de l’Ardière',
      what: 'L’Ardière a atteint 4,10 m au pont de Rochemaure. Le niveau monte de 8 cm par heure.',
      instructions: [
        'Reportez vos déplacements.',
        'N’entrez pas dans une rue inondée, à pied ou en voiture.',
      ],
      where,
      body: 'Mesures prises : la D 912 est fermée entre Saint-Aubin et Rochemaure. Le gymnase Jean-Moulin de Montbrisac accueille les habitants évacués.\n\nMoyens engagés : 64 sapeurs-pompiers, 12 gendarmes.\n\nCe que nous ne savons pas encore : l’heure du maximum de la crue.',
    },
  },
  {
    kind: 'instructions',
    template: 'instructions-schools',
    content: {
      title: 'Écoles et crèches fermées à Saint-Aubin et Rochemaure',
      what: 'Les écoles, collèges et crèches de Saint-Aubin-sur-Ardière et de Rochemaure-le-Pont sont fermés demain.',
      instructions: ['Gardez vos enfants à la maison.', 'Consultez l’établissement avant tout déplacement.'],
      where,
      body: 'Un accueil est ouvert à l’école des Tilleuls de Montbrisac pour les enfants des personnels de secours.',
    },
  },
  {
    kind: 'rumourDenial',
    template: 'rumour-denial',
    content: {
      title: 'Le barrage de la Combe est intact',
      what: 'Une information fausse circule depuis ce soir. La préfecture confirme que le barrage de la Combe est intact et surveillé.',
      instructions: ['Ne relayez pas cette rumeur.', 'Vérifiez ici avant de partager.'],
      where: 'Vallée de l’Ardière',
      body: 'Ce qui est dit à tort : le barrage aurait cédé.\n\nSource : exploitant du barrage, contrôle visuel de ce soir.',
    },
  },
  {
    kind: 'instructions',
    template: 'instructions-water',
    content: {
      title: 'À La Chapelle-aux-Joncs, ne buvez pas l’eau du robinet',
      what: 'L’eau du robinet ne doit pas être bue à La Chapelle-aux-Joncs, par précaution.',
      instructions: [
        'Ne buvez pas l’eau du robinet, même bouillie.',
        'Retirez de l’eau en bouteille à la salle des fêtes.',
      ],
      where: 'La Chapelle-aux-Joncs',
      body: 'Des analyses sont en cours. Leurs résultats seront publiés ici.',
    },
  },
  {
    kind: 'situationReport',
    template: 'situation-report',
    content: {
      title: 'Point de situation n° 2 : crue de l’Ardière',
      what: 'L’Ardière s’est stabilisée à 4,35 m au pont de Rochemaure. La décrue est attendue dans la nuit.',
      instructions: [
        'Restez à l’étage jusqu’à la fin de l’alerte.',
        'N’utilisez pas votre voiture dans les zones inondées.',
      ],
      where,
      body: 'Mesures prises : 43 personnes sont accueillies au gymnase Jean-Moulin de Montbrisac. La D 912 reste fermée.\n\nMoyens engagés : 80 sapeurs-pompiers, 18 gendarmes, deux hélicoptères.\n\nCe que nous ne savons pas encore : la date de réouverture de la D 912.',
    },
  },
]

/** With its promises: the next point in an hour where one is owed. */
export function contentAt({ kind, content }: Text, now: number): Content {
  const owesNextPoint = kind === 'situationReport' || kind === 'firstMessage'
  return { ...content, nextPointAt: owesNextPoint ? now + 60 * minute : null, expiresAt: null }
}
