import { defineWords } from '#client/lib/words.ts'

/** By what the installation lacks. */
export const lackingWords = defineWords({
  fr: {
    name: {
      title: 'Cette installation n’a pas de nom : aucun texte réel ne peut être validé ni publié.',
      todo: 'Demandez à qui tient le serveur de régler INSTALLATION_NAME (« Préfecture de… ») et de redémarrer.',
    },
    address: {
      title: 'L’adresse publique n’est pas connue : aucun texte réel ne peut être publié.',
      todo: 'Demandez à qui tient le serveur de régler PUBLIC_BASE_URL et de redémarrer.',
    },
  },
  en: {
    name: {
      title: 'This installation has no name: no real text can be approved or published.',
      todo: 'Ask whoever runs the server to set INSTALLATION_NAME (“Préfecture de…”) and to restart it.',
    },
    address: {
      title: 'The public address is not known: no real text can be published.',
      todo: 'Ask whoever runs the server to set PUBLIC_BASE_URL and to restart it.',
    },
  },
})
