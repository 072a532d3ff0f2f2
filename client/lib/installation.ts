import { z } from 'zod/mini'
import { createStore, useStore } from '#client/lib/store.ts'

/** What the server says of itself before anyone has signed in. */
const Installation = z.object({
  /** "Préfecture de l'Oise". */
  name: z.string(),
  /** The State's brand block and typeface: official sites only. */
  stateBrand: z.boolean(),
})
export type Installation = Readonly<z.infer<typeof Installation>>

const key = 'cip.installation'
const store = createStore<Installation>(remembered())

/** What the last start learnt: the console must bear its name without the network too. */
function remembered(): Installation {
  try {
    return Installation.parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return { name: '', stateBrand: false }
  }
}

/** Asks the server once, at start. Silence is not an error: the connection state tells the person. */
export async function loadInstallation(): Promise<void> {
  try {
    const response = await fetch('/api/installation')
    const installation = Installation.parse(await response.json())
    store.set(installation)
    localStorage.setItem(key, JSON.stringify(installation))
  } catch {
    // Without the network or without storage the remembered name stands.
  }
}

export function useInstallation(): Installation {
  return useStore(store)
}
