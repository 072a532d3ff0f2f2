/** What is photographed, and as whom: the person for whom the screen is made. Logins are the demonstration's. */
export type Screen = Readonly<{
  name: string
  path: string
  login: string | null
  /** Open all night: photographed without the server too. */
  isDesk: boolean
}>

export const screens: readonly Screen[] = [
  { name: 'situation', path: '/situation', login: 'chef-salle', isDesk: true },
  { name: 'activation', path: '/activation', login: 'standard', isDesk: false },
  { name: 'rappel', path: '/rappel', login: 'standard', isDesk: true },
  { name: 'appels', path: '/appels', login: 'ecoutant', isDesk: true },
  { name: 'appels-chef', path: '/appels', login: 'chef-salle', isDesk: false },
  { name: 'messages', path: '/messages', login: 'communication', isDesk: true },
  { name: 'messages-validation', path: '/messages', login: 'validation', isDesk: false },
  { name: 'main-courante', path: '/main-courante', login: 'sidpc', isDesk: true },
  { name: 'mur', path: '/mur', login: 'chef-salle', isDesk: true },
  { name: 'vivier', path: '/vivier', login: 'rh', isDesk: true },
  { name: 'modeles', path: '/modeles', login: 'communication', isDesk: false },
  { name: 'reglages', path: '/reglages', login: 'admin', isDesk: false },
  { name: 'connexion', path: '/connexion', login: null, isDesk: false },
  { name: 'info', path: '/info', login: null, isDesk: false },
  { name: 'info-exercice', path: '/exercice/info', login: 'chef-salle', isDesk: false },
]

const desk = { viewport: { width: 1440, height: 900 } } as const
/** With a finger: key hints give way. */
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

export type Look = Readonly<{
  name: string
  viewport: Readonly<{ width: number; height: number }>
  colorScheme: 'light' | 'dark'
  isMobile?: boolean
  hasTouch?: boolean
  /** The system's own colours, for whoever needs a strong contrast. */
  forcedColors?: 'active'
  /** French unless it says so. */
  language?: 'en'
}>

/** Every state is taken in each of these. */
export const looks: readonly Look[] = [
  { name: '1440-clair', ...desk, colorScheme: 'light' },
  { name: '1440-sombre', ...desk, colorScheme: 'dark' },
  { name: '1280-clair', viewport: { width: 1280, height: 720 }, colorScheme: 'light' },
  { name: '390-clair', ...phone, colorScheme: 'light' },
  { name: '390-sombre', ...phone, colorScheme: 'dark' },
]

/** What changes the words, the colours or the room of all: the busy screens are taken in these too. */
export const furtherLooks: readonly Look[] = [
  { name: '1440-anglais', ...desk, colorScheme: 'light', language: 'en' },
  { name: '1440-contraste', ...desk, colorScheme: 'dark', forcedColors: 'active' },
  // 1440 × 900 enlarged, twice and four times.
  { name: '720-zoom', viewport: { width: 720, height: 450 }, colorScheme: 'light' },
  { name: '360-zoom', viewport: { width: 360, height: 225 }, colorScheme: 'light' },
  { name: '320-clair', ...phone, viewport: { width: 320, height: 640 }, colorScheme: 'light' },
]
