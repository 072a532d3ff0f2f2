import { useRef } from 'react'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstField } from '#client/ui/focus-first-field.ts'
import { words } from '#client/ui/words.ts'

/** What stands in the fields of a form, where that is kept. */
export type Typed = Readonly<{
  isTouched: boolean
  /** When its last key was typed, of what is before its author again; null for what was begun here. */
  takenUp: number | null
  beginAnew: () => void
}>

/** That what stands in the fields was typed before, when, and the way to begin anew. */
export function TakenUp({ typed: { takenUp, beginAnew } }: Readonly<{ typed: Typed }>) {
  const said = useWords(words)
  const hours = useHours()
  const line = useRef<HTMLParagraphElement>(null)
  if (takenUp === null) return null
  return (
    <p ref={line} className="ui-field__hint">
      {said.takenUp(hours.atHour(takenUp))}{' '}
      <Button
        kind="tertiary"
        size="small"
        onClick={() => {
          focusFirstField(line.current)
          beginAnew()
        }}
      >
        {said.beginAnew}
      </Button>
    </p>
  )
}
