import { words } from '#client/calls/paper-words.ts'
import { PrintedSheet } from '#client/calls/PrintedSheet.tsx'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'
import { useActions } from '#client/ui/use-keys.ts'
import { usePrinter } from '#client/ui/use-printer.tsx'
import { isExercise } from '#shared/activation/select.ts'

/** Paper for the hour without consoles: printed beforehand, as the reflex card asks. */
export function PrintBlank() {
  const said = useWords(words)
  const activation = useConsole(({ crisis }) => crisis?.activation ?? null)
  const printer = usePrinter()
  const print = () =>
    printer.print(
      <PrintedSheet
        title={activation?.title ?? null}
        isExercise={activation !== null && isExercise(activation)}
      />,
    )
  useActions([{ id: 'print-blank', label: said.print, run: print }])
  return (
    <>
      <Button kind="tertiary" icon="printer" onClick={print}>
        {said.print}
      </Button>
      {printer.page}
    </>
  )
}
