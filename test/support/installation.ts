import type { Installation } from '#shared/publicsite/installation.ts'

/** A préfecture that may speak to the public. */
export const installation: Installation = {
  name: 'Préfecture du Val-Fictif',
  url: 'https://cip.val-fictif.example',
  timeZone: 'Europe/Paris',
  contactPhone: '+33130000001',
  lacks: [],
}
