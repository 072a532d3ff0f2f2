import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Commune, CommunePack } from '#shared/communes/commune.ts'
import { type CommuneIndex, indexCommunes } from '#shared/communes/rank.ts'

/*
 * The official list (INSEE, La Poste) comes with a production dependency: it is read when first asked for,
 * about 0.1 s, and reduced to what a console needs. Nothing to build, nothing to fetch, nothing to keep in step.
 */

/** What is used of a record of @etalab/decoupage-administratif; a test holds the whole list against `Commune`. */
type EtalabCommune = Readonly<{
  type: string
  code: string
  nom: string
  departement: string
  codesPostaux?: readonly string[]
  population?: number
}>

let loaded: Readonly<{ communes: readonly Commune[]; index: CommuneIndex }> | null = null

/** All current communes of France and its overseas collectivities, ready for searching. Read once, on first use. */
export function loadCommunes(): Readonly<{ communes: readonly Commune[]; index: CommuneIndex }> {
  if (loaded === null) {
    const communes = readCommunes()
    loaded = { communes, index: indexCommunes(communes) }
  }
  return loaded
}

function readCommunes(): readonly Commune[] {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const bytes = readFileSync(file)
  const communes: Commune[] = []
  for (const record of eachRecord(bytes)) {
    if (record.type === 'commune-actuelle') communes.push(reduce(record))
  }
  return communes
}

/**
 * The records of the file, one after the other: each is a flat object, so a closing brace ends it. Parsing the 8.6 MB at once
 * takes no less time and leaves the process 40 MB larger.
 */
function* eachRecord(bytes: Buffer): Generator<EtalabCommune> {
  let start = bytes.indexOf('{')
  while (start !== -1) {
    const end = bytes.indexOf('}', start) + 1
    yield JSON.parse(bytes.toString('utf8', start, end)) as EtalabCommune
    start = bytes.indexOf('{', end)
  }
}

function reduce(record: EtalabCommune): Commune {
  return {
    code: record.code,
    name: record.nom,
    department: record.departement,
    postcodes: record.codesPostaux ?? [],
    population: record.population ?? null,
  }
}

/** The communes of some départements, in the order of their codes, under the hash of their content. */
export function packCommunes(departments: readonly string[]): CommunePack {
  const wanted = new Set(departments)
  const communes = loadCommunes().communes.filter(({ department }) => wanted.has(department))
  const hash = createHash('sha256').update(JSON.stringify(communes)).digest('hex').slice(0, 16)
  return { hash, communes }
}
