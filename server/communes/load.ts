import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Commune,
  type CommuneList,
  type CommunePack,
  departmentOf,
  type FormerCommune,
} from '#shared/communes/commune.ts'
import { createPlaceFinder, type PlaceFinder } from '#shared/communes/find.ts'
import { type CommuneIndex, indexCommunes } from '#shared/communes/index-communes.ts'

/*
 * The official list (INSEE, La Poste) comes with a production dependency: it is read when first asked for,
 * about 0.1 s, and reduced to what a console needs. Nothing to build, nothing to fetch, nothing to keep in step.
 */

/** What is used of a record of @etalab/decoupage-administratif; a test holds the whole list against `Commune`. */
type EtalabCommune = Readonly<{
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal'
  code: string
  nom: string
  departement: string
  codesPostaux?: readonly string[]
  population?: number
  /** Codes of the communes that were merged into this one. */
  anciensCodes?: readonly string[]
  /** Of a delegated or associated commune: today's. */
  chefLieu?: string
  /** Of an arrondissement: its city. */
  commune?: string
}>

type Loaded = Readonly<{ list: CommuneList; index: CommuneIndex; find: PlaceFinder }>

let loaded: Loaded | null = null

/** All communes of France and its overseas collectivities, and what leads to them, ready for searching. Read once, on first use. */
export function loadCommunes(): Loaded {
  if (loaded === null) {
    const list = readCommunes()
    const index = indexCommunes(list)
    loaded = { list, index, find: createPlaceFinder(index) }
  }
  return loaded
}

function readCommunes(): CommuneList {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const bytes = readFileSync(file)
  const communes: Commune[] = []
  const former: FormerCommune[] = []
  const merged: FormerCommune[] = []
  for (const record of eachRecord(bytes)) {
    if (record.type === 'commune-actuelle') {
      communes.push(reduce(record))
      for (const code of record.anciensCodes ?? []) merged.push({ code, name: null, now: record.code })
    } else {
      const now = record.chefLieu ?? record.commune
      if (now !== undefined) former.push({ code: record.code, name: record.nom, now })
    }
  }
  // A merged commune that is a delegated one today has its name in its own record.
  const named = new Set(former.map(({ code }) => code))
  return { communes, former: [...former, ...merged.filter(({ code }) => !named.has(code))] }
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

/** The communes of some départements and what leads to them, in the list's order, under the hash of their content. */
export function packCommunes(departments: readonly string[]): CommunePack {
  const { list } = loadCommunes()
  const wanted = new Set(departments)
  const content: CommuneList = {
    communes: list.communes.filter(({ department }) => wanted.has(department)),
    former: list.former.filter(({ now }) => wanted.has(departmentOf(now))),
  }
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
  return { hash, ...content }
}
