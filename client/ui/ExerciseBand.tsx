import { useWords } from '#client/lib/words.ts'
import { words } from '#client/ui/words.ts'

/** On top of everything in an exercise, on screen and on paper: nobody may take it for the real thing. */
export function ExerciseBand() {
  const { exercise, nothingGoesOut } = useWords(words)
  return (
    <section className="ui-exercise" aria-label={exercise}>
      <strong>{exercise}</strong>
      <span>{nothingGoesOut}</span>
      <strong aria-hidden="true">{exercise}</strong>
    </section>
  )
}
