import { defineWords } from '#client/lib/words.ts'

/** Grave acts by two people, what one person gave alone, and deputies. */
export const words = defineWords({
  fr: {
    title: 'À deux',
    waitingForYou: (count: number) =>
      count === 1 ? 'Une demande attend votre accord' : `${count} demandes attendent votre accord`,
    nothing: 'Rien n’attend votre accord.',
    yours: 'Vos demandes, qui attendent une autre personne',
    asked: (name: string) => `demandé par ${name}`,
    lapses: 'valable jusqu’au',
    agree: 'Donner mon accord',
    decline: 'Refuser',
    withdraw: 'Retirer',
    agreeTitle: 'Donner votre accord',
    agreeWords: (name: string) =>
      `${name} le demande ; cela se fait avec votre accord et porte vos deux noms. Vérifiez avec ${name}, de vive voix, et que la personne est bien celle-là.`,
    agreeLink:
      'Un code vous sera montré une seule fois : donnez-le vous-même à la personne. Elle a besoin de ce code et du lien que détient l’autre.',
    agreeEnds: 'Son mot de passe actuel, s’il y en a un, ne vaudra plus.',
    declineTitle: 'Refuser cette demande',
    done: 'Accord donné.',
    doneWords: 'C’est fait, et inscrit à la main courante.',
    code: 'Code à donner vous-même à la personne',
    codeWords:
      'Affiché une seule fois. La personne ouvre le lien que l’autre lui remet, puis tape ce code. Ne le confiez pas à qui détient le lien.',
    declined: 'Demande refusée.',
    withdrawn: 'Demande retirée.',
    cancel: 'Annuler',
    asksTwo: 'Ce rôle se donne à deux : une autre personne devra donner son accord sur son écran.',
    isAlone:
      'Ce rôle se donne à deux. Vous êtes seul à administrer : ce sera fait, marqué « seul », et montré à qui valide.',
    requested: (name: string) => `Demande faite pour ${name}`,
    requestedWords:
      'Rien ne change avant l’accord d’une autre personne (administration ou validation), sous 24 heures.',
    half: 'Gardez ce lien, affiché une seule fois, et remettez-le à la personne elle-même : il ne sert qu’avec le code que verra qui donne son accord.',
    resting: 'Comptes qui reposent sur une seule personne',
    restingWords: 'Vérifiez auprès de la personne que ce compte est bien entre ses mains, puis dites-le.',
    restingForOthers:
      'Un autre administrateur, ou un valideur, le vérifie auprès de la personne et le dit ici : ni qui a donné le compte, ni qui le tient.',
    aloneBy: (name: string) => `donné par ${name} seul`,
    fromMachine: 'donné depuis la machine du serveur',
    vouch: 'Je l’ai vérifié',
    vouched: 'Vérifié : le compte repose sur deux personnes.',
    alone: 'seul',
    checkTitle: (count: number) =>
      count === 1
        ? 'Un compte qui peut parler au nom du préfet repose sur une seule personne'
        : `${count} comptes qui peuvent parler au nom du préfet reposent sur une seule personne`,
    see: 'Voir dans les réglages',
    readyTwo: 'Les droits graves se donnent à deux',
    readyAlone: 'Un seul administrateur : les droits graves se donnent seul',
    readyResting: (count: number) =>
      count === 1
        ? '1 compte donné par une seule personne'
        : `${count} comptes donnés par une seule personne`,
    deputy: 'Suppléance',
    deputyFor: (role: string) => `suppléant : ${role}`,
    deputyTitle: (name: string) => `Suppléance de ${name}`,
    deputyWords:
      'Un suppléant est nommé à deux, en temps calme. La nuit, une personne présente ouvre sa suppléance, pour une seule crise.',
    nameDeputy: (role: string) => `Nommer pour : ${role}`,
    dismissDeputy: (role: string) => `Retirer : ${role}`,
    named: 'Suppléant nommé.',
    dismissed: 'Suppléance retirée.',
    close: 'Fermer',
    switchTitle: 'Ouvrir une suppléance',
    switchWords: 'Pour cette crise seulement. Tous le voient, et la main courante le dit.',
    who: 'Suppléant',
    whoError: 'Suppléant : celui que vous aviez choisi ne l’est plus. Choisissez.',
    until: 'Durée',
    closure: 'jusqu’à la clôture de la crise',
    hours: (count: number) => `pendant ${count} heures`,
    reasonHint: 'Qui est absent, qui l’a demandé.',
    reasonError: 'Motif : dites pourquoi.',
    switchOn: 'Ouvrir la suppléance',
    switchOff: (name: string, role: string) => `Terminer : ${name}, ${role}`,
    switchedOn: 'Suppléance ouverte.',
    switchedOff: 'Suppléance terminée.',
    atWork: (name: string, role: string, until: string | null) =>
      `${name} supplée : ${role}${until === null ? '' : `, jusqu’à ${until}`}`,
    codeField: 'Code à 16 chiffres',
    codeHint: 'La personne qui a donné son accord vous l’a dicté.',
    codeError: 'Code : 16 chiffres.',
    openLink: 'Continuer',
  },
  en: {
    title: 'By two people',
    waitingForYou: (count) =>
      count === 1 ? 'One request waits for your yes' : `${count} requests wait for your yes`,
    nothing: 'Nothing waits for your yes.',
    yours: 'Your requests, waiting for somebody else',
    asked: (name) => `asked by ${name}`,
    lapses: 'good until',
    agree: 'Confirm',
    decline: 'Decline',
    withdraw: 'Withdraw',
    agreeTitle: 'Confirm the request',
    agreeWords: (name) =>
      `${name} asks for it; with your yes it is done and bears both names. Check with ${name}, in person, and that this is the right person.`,
    agreeLink:
      'A code will be shown to you once: give it to the person yourself. They need this code and the link that the other holds.',
    agreeEnds: 'Their present password, if there is one, will no longer work.',
    declineTitle: 'Decline this request',
    done: 'Confirmed.',
    doneWords: 'It is done, and in the logbook.',
    code: 'Code to give to the person yourself',
    codeWords:
      'Shown once only. The person opens the link that the other hands them, then types this code. Do not give it to whoever holds the link.',
    declined: 'Request declined.',
    withdrawn: 'Request withdrawn.',
    cancel: 'Cancel',
    asksTwo: 'This role is given by two people: somebody else will have to confirm on their own screen.',
    isAlone:
      'This role is given by two people. You are the only administrator: it will be done, marked “alone”, and shown to approvers.',
    requested: (name) => `Request made for ${name}`,
    requestedWords:
      'Nothing changes before somebody else (administration or approval) has confirmed, within 24 hours.',
    half: 'Keep this link, shown once only, and hand it to the person yourself: it works only with the code that whoever confirms will see.',
    resting: 'Accounts that rest on one person',
    restingWords: 'Check with the person that this account is in their hands, then say so.',
    restingForOthers:
      'Another administrator, or an approver, checks with the person and says so here: neither who gave the account nor who holds it.',
    aloneBy: (name) => `given by ${name} alone`,
    fromMachine: 'given from the server’s machine',
    vouch: 'I have checked',
    vouched: 'Checked: the account rests on two people.',
    alone: 'alone',
    checkTitle: (count) =>
      count === 1
        ? 'An account that may speak for the préfet rests on one person'
        : `${count} accounts that may speak for the préfet rest on one person`,
    see: 'See in the settings',
    readyTwo: 'Grave rights are given by two people',
    readyAlone: 'One administrator only: grave rights are given alone',
    readyResting: (count) =>
      count === 1 ? '1 account given by one person alone' : `${count} accounts given by one person alone`,
    deputy: 'Deputy',
    deputyFor: (role) => `deputy: ${role}`,
    deputyTitle: (name) => `${name} as deputy`,
    deputyWords:
      'A deputy is named by two people, in quiet times. At night somebody present switches them on, for one crisis only.',
    nameDeputy: (role) => `Name for: ${role}`,
    dismissDeputy: (role) => `Remove: ${role}`,
    named: 'Deputy named.',
    dismissed: 'Deputy removed.',
    close: 'Close',
    switchTitle: 'Switch a deputy on',
    switchWords: 'For this crisis only. Everybody sees it, and the logbook says so.',
    who: 'Deputy',
    whoError: 'Deputy: the one you had chosen is no longer one. Choose.',
    until: 'For how long',
    closure: 'until the crisis is closed',
    hours: (count) => `for ${count} hours`,
    reasonHint: 'Who is missing, who asked for it.',
    reasonError: 'Reason: say why.',
    switchOn: 'Switch on',
    switchOff: (name, role) => `End: ${name}, ${role}`,
    switchedOn: 'Deputy switched on.',
    switchedOff: 'Deputy switched off.',
    atWork: (name, role, until) => `${name} stands in: ${role}${until === null ? '' : `, until ${until}`}`,
    codeField: '16-digit code',
    codeHint: 'Whoever confirmed has dictated it to you.',
    codeError: 'Code: 16 digits.',
    openLink: 'Continue',
  },
})
