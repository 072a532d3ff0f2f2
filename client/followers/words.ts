import { defineWords } from '#client/lib/words.ts'
import type { FollowerName } from '#shared/followers/followers.ts'

type Sentences = Readonly<Record<FollowerName, string>>

const fr: Sentences = {
  consoles: 'Les consoles ne reçoivent plus ce qui est enregistré.',
  register: 'La recherche et la main courante ne suivent plus.',
  page: 'La page publique n’est plus à jour. Après une restauration, elle attend qu’on ait relu ce qui est en vigueur : npm run restore -- --publish.',
  keys: 'Effacement en cours : les données ont quitté les écrans, leur clé n’est pas encore détruite.',
  snapshots: 'L’état n’est plus mis de côté : le prochain démarrage sera plus long.',
}

const en: Sentences = {
  consoles: 'Consoles no longer receive what is recorded.',
  register: 'The search and the logbook no longer follow.',
  page: 'The public page is no longer up to date. After a restore it waits until somebody has read what is in force: npm run restore -- --publish.',
  keys: 'Erasure under way: the data have left the screens, their key is not destroyed yet.',
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
    of: fr,
  },
  en: {
    title: 'What does not follow',
    lead: 'Nothing is lost: the server tries again by itself, at least every minute. Look at its disk and its log.',
    since: 'since',
    parked: 'failing',
    retrying: 'trying again',
    retry: 'Try again',
    asked: 'Asked to try again.',
    of: en,
  },
})
