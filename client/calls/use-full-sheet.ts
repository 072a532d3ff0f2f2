import { useEffect, useState } from 'react'
import { useUnmasked } from '#client/calls/own-sheets.ts'
import { getJson } from '#client/lib/api.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { SheetRecord, SheetVersion } from '#shared/register/queries.ts'

type FullSheet = Readonly<{
  sheet: Sheet
  versions: readonly SheetVersion[]
  status: 'reading' | 'read' | 'unavailable'
}>

/** Null: the register did not answer. `key` says which state of which sheet was asked for. */
type Answer = Readonly<{ key: string; record: SheetRecord | null }>

/**
 * The sheet as far as its reader may see it, with its earlier versions: the register gives the author, the call-back's
 * holder and the leads what the live state masks. Asked again whenever the live sheet changes.
 */
export function useFullSheet(live: Sheet): FullSheet {
  const unmasked = useUnmasked()
  const { id, revision, callback } = live
  const key = `${id}.${revision}.${callback?.status.kind ?? ''}`
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    const asked = new AbortController()
    getJson<SheetRecord>(`/api/register/sheets/${id}`, asked.signal).then(
      (record) => setAnswer({ key, record }),
      () => {
        if (!asked.signal.aborted) setAnswer({ key, record: null })
      },
    )
    return () => asked.abort()
  }, [id, key])
  // The register may be a moment behind: an older revision than the live one is not shown for it.
  const record = answer?.key === key ? answer.record : null
  if (record !== null && record.sheet.revision >= revision) return { ...record, status: 'read' }
  return { sheet: unmasked(live), versions: [], status: answer?.key === key ? 'unavailable' : 'reading' }
}
