import { useEffect, useState } from 'react'
import { getJson } from '#client/lib/api.ts'
import { loadPhoneReader } from '#client/lib/phone.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { CrisisId } from '#shared/lib/id.ts'

// Long enough not to ask at each digit, short enough to be there before the next sentence.
const pauseMs = 250

/**
 * Earlier sheets of the crisis with the number being typed, newest first: asked of the register, because the live
 * state is bounded and, for most consoles, masked. Silence when the register does not answer: one can still type.
 */
export function useSameNumber(crisis: CrisisId, typed: string): readonly Sheet[] {
  const [found, setFound] = useState<Readonly<{ typed: string; sheets: readonly Sheet[] }>>({
    typed: '',
    sheets: [],
  })
  useEffect(() => {
    if (typed.trim() === '') return undefined
    const asked = new AbortController()
    const timer = setTimeout(() => {
      askRegister({ crisis, typed }, asked.signal).then(
        (sheets) => setFound({ typed, sheets }),
        () => undefined,
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [crisis, typed])
  return found.typed === typed ? found.sheets : []
}

async function askRegister(
  { crisis, typed }: Readonly<{ crisis: CrisisId; typed: string }>,
  signal: AbortSignal,
): Promise<readonly Sheet[]> {
  const reading = (await loadPhoneReader())(typed)
  if (!reading.ok) return []
  const query = new URLSearchParams({ crisis, phone: reading.e164 })
  return getJson<readonly Sheet[]>(`/api/register/sheets?${query.toString()}`, signal)
}
