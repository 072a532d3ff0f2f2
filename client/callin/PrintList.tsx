import { words } from '#client/callin/paper-words.ts'
import { PrintedCallOrder } from '#client/callin/PrintedCallOrder.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { PrintButton } from '#client/ui/PrintButton.tsx'

/** The pool on paper, to be called from a telephone when no console answers. */
export function PrintList({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const page = () => <PrintedCallOrder desk={desk} at={now()} />
  return <PrintButton id="print-list" label={said.print} page={page} />
}
