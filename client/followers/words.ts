import { defineWords } from '#client/lib/words.ts'
import type { FollowerName } from '#shared/followers/followers.ts'

type Sentences = Readonly<Record<FollowerName, string>>

const fr: Sentences = {
  consoles: 'Les consoles ne reçoivent plus ce qui est enregistré.',
  register: 'La recherche et la main courante ne suivent plus.',
  page: 'La page publique n’est plus à jour.',
  keys: 'Effacement en cours : les données ont quitté les écrans, leur clé n’est pas encore détruite.',
  sessions: 'La fin des sessions n’est plus inscrite : chacune se ferme tout de même à son heure.',
  snapshots: 'L’état n’est plus mis de côté : le prochain démarrage sera plus long.',
}

const en: Sentences = {
  consoles: 'Consoles no longer receive what is recorded.',
  register: 'The search and the logbook no longer follow.',
  page: 'The public page is no longer up to date.',
  keys: 'Erasure under way: the data have left the screens, their key is not destroyed yet.',
  sessions: 'The end of sessions is no longer recorded: each closes at its time all the same.',
  snapshots: 'The state is no longer put aside: the next start will take longer.',
}

export const words = defineWords({
  fr: {
    title: 'Ce qui ne suit pas',
    lead: 'Rien n’est perdu : le serveur réessaie de lui-même, au moins chaque minute. Voyez le disque et le journal du serveur.',
    since: 'depuis',
    parked: 'en panne',
    retrying: 'nouvel essai',
    retry: 'Réessayer',
    asked: 'Nouvel essai demandé.',
    unconfirmed:
      'Le serveur ne l’a pas confirmé, et rien ne partira plus tard de soi-même. Voyez la ligne et le journal du serveur, puis recommencez.',
    of: fr,
    heldBand:
      'Le journal a été restauré : la page publique reste telle qu’elle était, rien n’y paraît, jusqu’à ce qu’un administrateur l’ait libérée (Réglages).',
    held: {
      title: 'La page publique est retenue',
      lead: 'Le journal a été restauré. La page reste telle qu’elle était : un message retiré ou corrigé depuis la sauvegarde peut être de nouveau en vigueur. Relisez d’abord ce qui est en vigueur (Messages), retirez ou corrigez.',
      release: 'Libérer la page publique',
      orElse: 'Ou, sur la machine : npm run restore -- --publish',
      sure: 'Ce qui est en vigueur dans le journal paraît alors aussitôt. A-t-il été relu ?',
      yes: 'C’est relu : libérer',
      no: 'Pas encore',
      asked: 'La page publique suit de nouveau le journal.',
    },
  },
  en: {
    title: 'What does not follow',
    lead: 'Nothing is lost: the server tries again by itself, at least every minute. Look at its disk and its log.',
    since: 'since',
    parked: 'failing',
    retrying: 'trying again',
    retry: 'Try again',
    asked: 'Asked to try again.',
    unconfirmed:
      'The server has not confirmed it, and nothing will leave later by itself. Look at the line and at the server’s log, then try again.',
    of: en,
    heldBand:
      'The journal was restored: the public page stays as it was, nothing comes out, until an administrator has released it (Settings).',
    held: {
      title: 'The public page is held',
      lead: 'The journal was restored. The page stays as it was: a message withdrawn or corrected since the backup may be in force again. First read what is in force (Messages), withdraw or correct.',
      release: 'Release the public page',
      orElse: 'Or, at the machine: npm run restore -- --publish',
      sure: 'What is in force in the journal then appears at once. Has it been read?',
      yes: 'It has been read: release',
      no: 'Not yet',
      asked: 'The public page follows the journal again.',
    },
  },
})
