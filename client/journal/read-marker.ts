import { useState } from 'react'

/** "Jusqu'ici": the last line this person had read, kept on this machine for each crisis. */
export function useReadMarker(crisis: string | null): readonly [number | null, (seq: number) => void] {
  const key = `cip.read.${crisis ?? ''}`
  const [marked, setMarked] = useState<Readonly<{ key: string; seq: number | null }>>({ key: '', seq: null })
  if (marked.key !== key) setMarked({ key, seq: readKept(key) })
  const mark = (seq: number) => {
    setMarked({ key, seq })
    try {
      localStorage.setItem(key, String(seq))
    } catch {
      // Storage refused: the mark lasts as long as the page.
    }
  }
  return [marked.key === key ? marked.seq : null, mark]
}

function readKept(key: string): number | null {
  try {
    const kept = Number(localStorage.getItem(key))
    return Number.isInteger(kept) && kept > 0 ? kept : null
  } catch {
    return null
  }
}
