import { useEffect, useState } from 'react'
import { useUnmasked } from '#client/calls/own-sheets.ts'
import { getJson } from '#client/lib/api.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import { sightOf } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { SheetRecord, SheetVersion } from '#shared/register/queries.ts'

type FullSheet = Readonly<{
  sheet: Sheet
  versions: readonly SheetVersion[]
  status: 'reading' | 'read' | 'unavailable'
  /** As it was recorded, with no mask on it: only then may it be corrected, since what is recorded replaces all of it. */
  isWhole: boolean
}>

/**
 * The sheet as far as its reader may see it, with its earlier versions: the register gives the author, the call-back's
 * holder and the leads what the live state masks. Asked again whenever the live sheet changes.
 */
export function useFullSheet(live: Sheet): FullSheet {
  const unmasked = useUnmasked()(live)
  const seesAll = useConsole(({ you }) => you !== null && sightOf(audienceOf(you.roles)) === 'whole')
  const { record, isAnswered } = useAnswer(live)
  // The register may be a moment behind: an older revision than the live one is not shown for it.
  if (record !== null && record.sheet.revision >= live.revision) {
    return { ...record, status: 'read', isWhole: true }
  }
  const isWhole = seesAll || unmasked !== live || live.personal === null
  return { sheet: unmasked, versions: [], status: isAnswered ? 'unavailable' : 'reading', isWhole }
}

/** Null: the register did not answer. `key` says which state of which sheet was asked for. */
type Answer = Readonly<{ key: string; record: SheetRecord | null }>

function useAnswer({ id, revision, callback }: Sheet) {
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
  return answer?.key === key
    ? { record: answer.record, isAnswered: true }
    : { record: null, isAnswered: false }
}
