import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    title: 'Situation',
    none: {
      title: 'Aucune crise en cours',
      teach:
        'Quand le préfet en donne l’ordre, activez la cellule\u00A0: chacun le voit aussitôt, et les délais se mesurent.',
      activate: 'Activer la CIP',
      readiness: 'Prêts à activer',
      members: (count: number) =>
        count === 0 ? 'Vivier vide : importez les membres' : `${count} membres au vivier`,
      accounts: (count: number) => `${count} compte${count > 1 ? 's' : ''} ouvert${count > 1 ? 's' : ''}`,
      unread: (count: number) =>
        count === 0 ? 'Modèles de messages relus' : `${count} modèles de messages jamais relus`,
      unnamed: 'Sans nom, rien de réel ne se publie : INSTALLATION_NAME',
      unaddressed: 'Sans adresse publique, rien de réel ne se publie : PUBLIC_BASE_URL',
      speaks: (name: string) => `Publie au nom de : ${name}`,
      last: 'Dernières crises',
      review: 'Revoir',
      noLast: 'Aucune crise passée sur cette installation.',
      exercise: 'EXERCICE',
    },
    coverage: {
      title: 'Couverture',
      posts: 'Postes tenus',
      of: (needed: number) => `sur ${needed}`,
      coming: (count: number) => (count === 0 ? 'aucun en route' : `${count} en route`),
      late: (count: number) => `${count} en retard`,
      go: 'Rappel',
    },
    calls: {
      title: 'Appels',
      tenMinutes: 'en 10 min',
      logged: 'Fiches',
      perTen: 'Appels par 10 minutes',
      callbacks: (count: number, due: number) =>
        count === 0
          ? 'Aucun rappel promis'
          : `${count} rappel${count > 1 ? 's' : ''} promis${due > 0 ? `, dont ${due} en retard` : ''}`,
      urgent: (count: number) => `${count} urgence${count > 1 ? 's' : ''} en cours`,
      go: 'Appels',
    },
    messages: {
      title: 'Messages',
      none: 'Rien de publié',
      noneDetail: 'Le premier message est attendu dans l’heure.',
      published: 'Publié',
      version: (version: number) => `v${version}`,
      nextPoint: 'Prochain point',
      toApprove: (count: number) => `${count} à valider`,
      points: (version: number) =>
        version === 0 ? 'Pas encore d’éléments de langage' : `Éléments de langage v${version}`,
      go: 'Messages',
    },
    feed: { title: 'Fil', empty: 'Les faits s’inscrivent ici dès qu’ils arrivent.', all: 'Main courante' },
  },
  en: {
    title: 'Situation',
    none: {
      title: 'No crisis open',
      teach:
        'When the préfet gives the order, activate the cell: everybody sees it at once, and delays are measured.',
      activate: 'Activate the CIP',
      readiness: 'Ready to activate',
      members: (count) => (count === 0 ? 'Empty pool: import the members' : `${count} members in the pool`),
      accounts: (count) => `${count} open account${count > 1 ? 's' : ''}`,
      unread: (count) =>
        count === 0 ? 'Message templates reviewed' : `${count} message templates never reviewed`,
      unnamed: 'Without a name nothing real goes out: INSTALLATION_NAME',
      unaddressed: 'Without a public address nothing real goes out: PUBLIC_BASE_URL',
      speaks: (name) => `Publishes as: ${name}`,
      last: 'Last crises',
      review: 'Review',
      noLast: 'No past crisis on this installation.',
      exercise: 'EXERCISE',
    },
    coverage: {
      title: 'Coverage',
      posts: 'Posts held',
      of: (needed) => `of ${needed}`,
      coming: (count) => (count === 0 ? 'nobody on the way' : `${count} on the way`),
      late: (count) => `${count} late`,
      go: 'Call-in',
    },
    calls: {
      title: 'Calls',
      tenMinutes: 'in 10 min',
      logged: 'Sheets',
      perTen: 'Calls per 10 minutes',
      callbacks: (count, due) =>
        count === 0
          ? 'No call-back promised'
          : `${count} call-back${count > 1 ? 's' : ''} promised${due > 0 ? `, ${due} late` : ''}`,
      urgent: (count) => `${count} emergenc${count > 1 ? 'ies' : 'y'} under way`,
      go: 'Calls',
    },
    messages: {
      title: 'Messages',
      none: 'Nothing published',
      noneDetail: 'The first message is expected within the hour.',
      published: 'Published',
      version: (version) => `v${version}`,
      nextPoint: 'Next point',
      toApprove: (count) => `${count} to approve`,
      points: (version) => (version === 0 ? 'No talking points yet' : `Talking points v${version}`),
      go: 'Messages',
    },
    feed: { title: 'Feed', empty: 'Facts appear here as they happen.', all: 'Logbook' },
  },
})
