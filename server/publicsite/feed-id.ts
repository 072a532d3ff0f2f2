import { v5 } from 'uuid'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

/**
 * What feeds and entries are recognised by: it rests on the installation's own identifier alone, and so outlives another
 * name, another address and the change to https. A reader that met another id would tell the whole crisis again.
 */
export function feedId({ exercise, installation }: AnyPage, specific: string): string {
  if (installation.id === null) throw new Error('a feed of nobody')
  return `urn:uuid:${v5((exercise ? 'exercice/' : '') + specific, installation.id)}`
}
