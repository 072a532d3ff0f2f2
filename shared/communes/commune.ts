export type Commune = Readonly<{
  /** Its code officiel géographique (INSEE): `95487`. Not a postal code. */
  code: string
  name: string
  /** A département or an overseas collectivity: `95`, `2A`, `974`, `988`. */
  department: string
  /** A commune may have several, and share one with others. None where nobody lives. */
  postcodes: readonly string[]
  /** Municipal population of the last census; null where INSEE publishes none. */
  population: number | null
}>

/**
 * What is not a commune today and is still said, typed and kept in old files: a delegated, associated or merged commune, an
 * arrondissement of Paris, Lyon or Marseille. It leads to the commune of today, of the same département.
 */
export type FormerCommune = Readonly<{
  code: string
  /** Null where the official list keeps the code alone. */
  name: string | null
  /** The code of today's commune. */
  now: string
}>

/** All that can be found: today's communes, and what leads to them. */
export type CommuneList = Readonly<{
  communes: readonly Commune[]
  former: readonly FormerCommune[]
}>

/** A commune that was searched for. `formerName`: the name under which it was found, where it is not its own. */
export type FoundCommune = Commune & Readonly<{ formerName: string | null }>

/** The communes of a few départements, as a console keeps them for the day the network is away. */
export type CommunePack = CommuneList &
  Readonly<{
    /** Changes with the list: the same hash is the same content. */
    hash: string
  }>

/** The département of a commune's code, and of the postal codes of most: `95`, `2A`, `974`. */
export function departmentOf(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2)
}
