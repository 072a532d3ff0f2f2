import { natureOnPage } from '#shared/publicsite/nature.ts'
import type { Crisis } from '#shared/state.ts'

/**
 * What the crisis already says, under the names of the default templates' blanks. French whatever the console's
 * language: it is what the public reads.
 */
export function knownBlanks({ activation, messages }: Crisis, installation: string): Record<string, string> {
  const { communes, crisisNumber, nature } = activation
  const reports = Object.values(messages).filter(
    ({ kind, versions }) => kind === 'situationReport' && versions.length > 0,
  )
  return {
    préfecture: installation.replace(/^pr[ée]fecture\s+/iu, ''),
    lieu: inWords(communes.map(({ name }) => name)),
    numéro: crisisNumber ?? '',
    événement: natureOnPage(nature).label,
    n: String(reports.length + 1),
  }
}

/** « Persan, Beaumont et Champagne ». */
function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} et ${last}`
}
