import { useEffect } from 'react'
import { getJson } from '#client/lib/api.ts'
import { createStore, useStore } from '#client/lib/store.ts'
import type { Lack } from '#shared/publicsite/installation.ts'

/** What the server says of itself before anyone has signed in. */
export type Installation = Readonly<{
  /** "Préfecture de l'Oise". */
  name: string
  /** The State's brand block and typeface: official sites only. */
  stateBrand: boolean
  /** Département codes whose communes come first. */
  departments: readonly string[]
  /** False until the first administrator exists. */
  isSetUp: boolean
  /** What keeps a real text from going out to the public. */
  lacks: readonly Lack[]
}>

const unknown: Installation = { name: '', stateBrand: false, departments: [], isSetUp: true, lacks: [] }

const key = 'cip.installation'
const store = createStore<Installation>(remembered())

/** What the last start learnt: the console must bear its name without the network too. */
function remembered(): Installation {
  try {
    return { ...unknown, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Installation>) }
  } catch {
    return unknown
  }
}

/** Asks the server once, at start. Silence is not an error: the connection state tells the person. */
export async function loadInstallation(): Promise<void> {
  try {
    const installation = await getJson<Installation>('/api/installation')
    store.set(installation)
    localStorage.setItem(key, JSON.stringify(installation))
  } catch {
    // Without the network or without storage the remembered name stands.
  }
}

/** Fetches the installation's communes once somebody is signed in: type-ahead then works without the network. */
export function useCommunesKept(isSignedIn: boolean): void {
  const { departments } = useInstallation()
  useEffect(() => {
    if (!isSignedIn || departments.length === 0) return
    void import('#client/lib/communes.ts').then(({ loadCommunes }) => loadCommunes(departments))
  }, [isSignedIn, departments])
}

export function useInstallation(): Installation {
  return useStore(store)
}
