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
      of: (needed: number) => `sur ${needed} poste${needed > 1 ? 's' : ''}`,
      source: ({
        confirmed,
        coming,
        late,
        relief,
      }: Readonly<Record<'confirmed' | 'coming' | 'late' | 'relief', number>>) =>
        [
          `${confirmed} confirmé${confirmed > 1 ? 's' : ''}`,
          `${coming} en route`,
          ...(late === 0 ? [] : [`${late} en retard`]),
          ...(relief === 0 ? [] : [`${relief} en relève`]),
        ].join(', '),
    },
    calls: {
      question: 'Qui attend\u00A0?',
      toCallBack: 'à rappeler',
      late: (count: number) => `${count} en retard`,
      nobody: 'Personne n’attend de rappel.',
      promisedFor: (time: string) => `Promis pour ${time}`,
      source: ({ count, isAtLeast }: Readonly<{ count: number; isAtLeast: boolean }>, all: string) =>
        `${isAtLeast ? 'au moins ' : ''}${count} appel${count > 1 ? 's' : ''} en 10\u00A0min, ${all} depuis T0`,
      perTen: 'appels / 10\u00A0min',
      strip: (last: number, peak: number, promised: number) =>
        `Appels par 10 minutes : ${last} à présent, ${peak} au plus, ${promised} rappel${promised > 1 ? 's' : ''} promis`,
      urgent: (count: number) => `${count} urgence${count > 1 ? 's' : ''} en cours`,
    },
    messages: {
      question: 'Qu’avons-nous dit\u00A0?',
      noneOut: 'message publié',
      noneDetail: 'Le premier message est attendu dans la demi-heure.',
      inForce: 'en vigueur',
      beforePoint: 'avant le prochain point',
      pointLate: 'de retard sur le point promis',
      version: (version: number) => `v${version}`,
      out: (version: string, time: string) => `${version}, sortie ${time}`,
      page: 'Page',
      nextPoint: 'prochain point',
      toApprove: (count: number) => `${count} à valider`,
      points: (version: number) =>
        version === 0 ? 'pas encore d’éléments de langage' : `éléments de langage v${version}`,
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
      of: (needed) => `of ${needed} post${needed > 1 ? 's' : ''}`,
      source: ({ confirmed, coming, late, relief }) =>
        [
          `${confirmed} confirmed`,
          `${coming} on the way`,
          ...(late === 0 ? [] : [`${late} late`]),
          ...(relief === 0 ? [] : [`${relief} for relief`]),
        ].join(', '),
    },
    calls: {
      question: 'Who is waiting?',
      toCallBack: 'to call back',
      late: (count) => `${count} late`,
      nobody: 'Nobody waits for a call-back.',
      promisedFor: (time) => `Promised for ${time}`,
      source: ({ count, isAtLeast }, all) =>
        `${isAtLeast ? 'at least ' : ''}${count} call${count > 1 ? 's' : ''} in 10\u00A0min, ${all} since T0`,
      perTen: 'calls / 10\u00A0min',
      strip: (last, peak, promised) =>
        `Calls per 10 minutes: ${last} now, ${peak} at most, ${promised} call-back${promised > 1 ? 's' : ''} promised`,
      urgent: (count) => `${count} emergenc${count > 1 ? 'ies' : 'y'} under way`,
    },
    messages: {
      question: 'What have we said?',
      noneOut: 'messages out',
      noneDetail: 'The first message is expected within half an hour.',
      inForce: 'in force',
      beforePoint: 'before the next point',
      pointLate: 'late on the point promised',
      version: (version) => `v${version}`,
      out: (version, time) => `${version}, out ${time}`,
      page: 'Page',
      nextPoint: 'next point',
      toApprove: (count) => `${count} to approve`,
      points: (version) => (version === 0 ? 'no talking points yet' : `talking points v${version}`),
    },
    feed: { title: 'Feed', empty: 'Facts appear here as they happen.', all: 'Logbook' },
  },
})
