import { useState } from 'react'
import { flushSync } from 'react-dom'
import { now } from '#client/lib/clock.ts'
import { getJson } from '#client/lib/api.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { LogLine, Page } from '#shared/register/queries.ts'

export type Printout =
  | Readonly<{ status: 'none' | 'failed' }>
  | Readonly<{ status: 'reading'; count: number }>
  | Readonly<{ status: 'ready'; lines: readonly LogLine[]; at: number }>

const none: Printout = { status: 'none' }

/** Reads the whole logbook, shows it to the printer once it is in the page, then lets it go. */
export function usePrintout(crisis: CrisisId | null) {
  const [printout, setPrintout] = useState<Printout>(none)
  const read = async () => {
    if (crisis === null || printout.status === 'reading') return
    setPrintout({ status: 'reading', count: 0 })
    try {
      const lines = await readAll(crisis, (count) => setPrintout({ status: 'reading', count }))
      // In the page before the printer is asked, out of it afterwards.
      flushSync(() => setPrintout({ status: 'ready', lines, at: now() }))
      window.print()
      setPrintout(none)
    } catch {
      setPrintout({ status: 'failed' })
    }
  }
  return { printout, print: () => void read() }
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
