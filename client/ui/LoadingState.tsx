import { useWords } from '#client/lib/words.ts'
import { words } from '#client/ui/words.ts'

/** Shown only when waiting lasts: it fades in after a moment, so that quick answers do not flash. */
export function LoadingState({ label }: Readonly<{ label?: string }>) {
  const { loading } = useWords(words)
  return (
    <div className="ui-state ui-state--loading" role="status">
      <span className="ui-spinner" aria-hidden="true" />
      <p className="ui-state__words">{label ?? loading}</p>
    </div>
  )
}
