import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { Countdown } from '#client/ui/Countdown.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { nextPointInForce, nextPoints } from '#shared/messages/next-point.ts'
import type { Crisis } from '#shared/state.ts'

/** The promise the public waits on, counted down; late in red; with how many were kept so far. */
export function NextPoint({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const hours = useHours()
  const now = useNow(1_000)
  const inForce = nextPointInForce(crisis, now)
  return (
    <p className={`msg-next ui-tone--${inForce?.status === 'late' ? 'danger' : 'info'}`}>
      <Icon name={inForce?.status === 'late' ? 'alarm' : 'time'} />
      <span>
        {inForce === null ? (
          said.nextPointNone
        ) : (
          <>
            {inForce.status === 'late' ? (
              <strong>{said.nextPointLate}</strong>
            ) : (
              <>
                {said.nextPoint} <strong>{hours.atHour(inForce.dueAt)}</strong>, {said.left}
              </>
            )}{' '}
            <Countdown until={inForce.dueAt} label={said.nextPoint} />
          </>
        )}
        {inForce?.status === 'late' ? null : <Kept points={nextPoints(crisis, now)} />}
      </span>
    </p>
  )
}

/** How the promises before it ended; where one is late, that alone is said. */
function Kept({ points }: Readonly<{ points: ReturnType<typeof nextPoints> }>) {
  const said = useWords(words)
  const kept = points.filter(({ status }) => status === 'kept').length
  const broken = points.filter(({ status }) => status === 'broken').length
  return kept + broken === 0 ? null : ` · ${said.kept(kept, kept + broken)}`
}
