import { useWords } from '#client/lib/words.ts'
import type { ConnectionState } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import type { Tone } from '#client/ui/tone.ts'

const connectionTone: Readonly<Record<ConnectionState, Tone>> = {
  live: 'success',
  connecting: 'neutral',
  offline: 'warning',
  reload: 'danger',
  'other-person': 'danger',
}

/** Whether what one sees is what is, and what of one's own has not gone yet. */
export function Connection({ state, pending }: Readonly<{ state: ConnectionState; pending: number }>) {
  const said = useWords(words)
  return (
    <span className={`shell__connection shell__connection--${state} ui-tone--${connectionTone[state]}`}>
      <span className={`shell__dot shell__dot--${state}`} aria-hidden="true" />
      <span className="shell__state">{said.connection[state]}</span>
      {pending === 0 ? null : <span className="shell__pending"> · {said.pending(pending)}</span>}
    </span>
  )
}
