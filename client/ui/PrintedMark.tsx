import { useWords } from '#client/lib/words.ts'
import { words } from '#client/ui/words.ts'

/** The mark of an exercise on paper. In a table's head it stands on every sheet. */
export function PrintedMark({ isExercise }: Readonly<{ isExercise: boolean }>) {
  const { exercise } = useWords(words)
  return isExercise ? <strong className="ui-print__exercise">{exercise}</strong> : null
}
