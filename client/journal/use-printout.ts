import { useState } from 'react'
import { getJson } from '#client/lib/api.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { LogLine, Page } from '#shared/register/queries.ts'

export type Printout =
  | Readonly<{ status: 'none' | 'failed' }>
  | Readonly<{ status: 'reading'; count: number }>

/** Reads the whole logbook, then gives it to whoever prints it. */
export function usePrintout(crisis: CrisisId | null, onRead: (lines: readonly LogLine[]) => void) {
  const [printout, setPrintout] = useState<Printout>({ status: 'none' })
  const read = async () => {
    if (crisis === null || printout.status === 'reading') return
    setPrintout({ status: 'reading', count: 0 })
    try {
      const lines = await readAll(crisis, (count) => setPrintout({ status: 'reading', count }))
      setPrintout({ status: 'none' })
      onRead(lines)
    } catch {
      setPrintout({ status: 'failed' })
    }
  }
  return { printout, read: () => void read() }
}

async function readAll(crisis: CrisisId, onProgress: (count: number) => void): Promise<readonly LogLine[]> {
  const lines: LogLine[] = []
  let cursor: number | null = null
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`
    const page: Page<LogLine> = await getJson(`/api/register/logbook?crisis=${crisis}&limit=100${from}`)
    lines.push(...page.rows)
    onProgress(lines.length)
    cursor = page.next
  } while (cursor !== null)
  return lines.reverse()
}
