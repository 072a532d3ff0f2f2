import type { IconName } from '#client/ui/icons.ts'

/** The desks in the order of the navigation; Alt and a digit lead to each of the first six. */
export const desks = [
  { id: 'situation', path: '/situation', icon: 'dashboard', digit: '1' },
  { id: 'callin', path: '/rappel', icon: 'callIn', digit: '2' },
  { id: 'calls', path: '/appels', icon: 'headphone', digit: '3' },
  { id: 'messages', path: '/messages', icon: 'message', digit: '4' },
  { id: 'journal', path: '/main-courante', icon: 'book', digit: '5' },
  { id: 'wall', path: '/mur', icon: 'tv', digit: '6' },
  { id: 'roster', path: '/vivier', icon: 'team', digit: null },
  { id: 'templates', path: '/modeles', icon: 'todo', digit: null },
  { id: 'settings', path: '/reglages', icon: 'settings', digit: null },
] as const satisfies readonly Readonly<{ id: string; path: string; icon: IconName; digit: string | null }>[]

export type Desk = (typeof desks)[number]
export type DeskId = Desk['id']

/** On a phone the bar has room for the five desks where one acts; the wall and the quiet-time screens stand under "Plus". */
export function isAtThumb({ digit, id }: Desk): boolean {
  return digit !== null && id !== 'wall'
}
