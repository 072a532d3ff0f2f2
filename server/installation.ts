import { defaultName, type Config } from '#server/config.ts'
import type { Addresses } from '#server/http/addresses.ts'
import type { Installation, Lack } from '#shared/publicsite/installation.ts'

/** What the settings say of who speaks to the public. */
export function installationOf(config: Config, { url, isKnown }: Addresses): Installation {
  const lacks: readonly Lack[] = [
    ...(isNamed(config) ? [] : ['name' as const]),
    ...(isKnown ? [] : ['address' as const]),
  ]
  return {
    name: config.INSTALLATION_NAME,
    url,
    timeZone: 'Europe/Paris',
    contactPhone: config.CONTACT_PHONE,
    lacks,
  }
}

/** The product's own name is nobody's: no préfecture speaks under it. */
function isNamed({ INSTALLATION_NAME: name }: Config): boolean {
  return name.trim().toLowerCase() !== defaultName.toLowerCase()
}
