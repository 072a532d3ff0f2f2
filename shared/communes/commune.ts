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

/** The communes of a few départements, as a console keeps them for the day the network is away. */
export type CommunePack = Readonly<{
  /** Changes with the list: the same hash is the same content. */
  hash: string
  communes: readonly Commune[]
}>
