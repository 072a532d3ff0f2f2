/** What is photographed, and as whom: the person for whom the screen is made. Logins are the demonstration's. */
export type Screen = Readonly<{ name: string; path: string; login: string | null }>

export const screens: readonly Screen[] = [
  { name: 'situation', path: '/situation', login: 'chef-salle' },
  { name: 'activation', path: '/activation', login: 'standard' },
  { name: 'rappel', path: '/rappel', login: 'standard' },
  { name: 'appels', path: '/appels', login: 'ecoutant' },
  { name: 'appels-chef', path: '/appels', login: 'chef-salle' },
  { name: 'messages', path: '/messages', login: 'communication' },
  { name: 'messages-validation', path: '/messages', login: 'validation' },
  { name: 'main-courante', path: '/main-courante', login: 'sidpc' },
  { name: 'mur', path: '/mur', login: 'chef-salle' },
  { name: 'vivier', path: '/vivier', login: 'rh' },
  { name: 'modeles', path: '/modeles', login: 'communication' },
  { name: 'reglages', path: '/reglages', login: 'admin' },
  { name: 'connexion', path: '/connexion', login: null },
  { name: 'info', path: '/info', login: null },
  { name: 'info-exercice', path: '/exercice/info', login: 'chef-salle' },
]

export const looks = [
  { name: '1440-clair', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: '1440-sombre', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: '390-clair', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: '390-sombre', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

export type Look = (typeof looks)[number]
