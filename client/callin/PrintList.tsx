import { PrintedCallOrder } from '#client/callin/PrintedCallOrder.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/paper-words.ts'
import { useWords } from '#client/lib/words.ts'
import { now } from '#client/lib/clock.ts'
import { Button } from '#client/ui/Button.tsx'
import { useActions } from '#client/ui/use-keys.ts'
import { usePrinter } from '#client/ui/use-printer.tsx'

/** The pool on paper, to be called from a telephone when no console answers. */
export function PrintList({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const printer = usePrinter()
  const print = () => printer.print(<PrintedCallOrder desk={desk} at={now()} />)
  useActions([{ id: 'print-list', label: said.print, run: print }])
  return (
    <>
      <Button kind="tertiary" icon="printer" onClick={print}>
        {said.print}
      </Button>
      {printer.page}
    </>
  )
}
