import type { Commune } from '#shared/activation/commands.ts'

/** A département that does not exist: 99 is no département's number, so no commune of France has these codes. */
export const installationName = 'Préfecture du Val-d’Ardière (démonstration)'
export const crisisTitle = 'Crue de l’Ardière – Saint-Aubin, Rochemaure'
export const crisisNumber = '01 99 00 10 10'

export const communes: readonly Commune[] = [
  { code: '99101', name: 'Saint-Aubin-sur-Ardière' },
  { code: '99102', name: 'Rochemaure-le-Pont' },
  { code: '99103', name: 'Villeneuve-l’Écluse' },
  { code: '99104', name: 'La Chapelle-aux-Joncs' },
  { code: '99105', name: 'Montbrisac' },
]
