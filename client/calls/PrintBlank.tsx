import { words } from '#client/calls/paper-words.ts'
import { PrintedSheet } from '#client/calls/PrintedSheet.tsx'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { PrintButton } from '#client/ui/PrintButton.tsx'
import { isExercise } from '#shared/activation/select.ts'

/** Paper for the hour without consoles: printed beforehand, as the reflex card asks. */
export function PrintBlank() {
  const said = useWords(words)
  const activation = useConsole(({ crisis }) => crisis?.activation ?? null)
  const title = activation?.title ?? null
  const page = () => <PrintedSheet title={title} isExercise={activation !== null && isExercise(activation)} />
  return <PrintButton id="print-blank" label={said.print} page={page} />
}
