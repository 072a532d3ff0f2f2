import { useAsk } from '#client/followers/use-ask.ts'
import { words } from '#client/followers/words.ts'
import { useWords } from '#client/lib/words.ts'
import { retryFollower } from '#client/sync/console.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'

/** For administrators: what the server cannot do at the moment with what is recorded. Nothing shows when all is well. */
export function Troubles() {
  const said = useWords(words)
  const { press, problem } = useAsk(retryFollower, said.asked)
  const troubles = useConsole((view) => view.troubles).filter(({ is }) => is !== 'held')
  if (troubles.length === 0) return null
  return (
    <Panel title={said.title}>
      <p>{said.lead}</p>
      <ul className="access-rows">
        {troubles.map(({ follower, since, is }) => (
          <li key={follower}>
            <span className="access-rows__who">
              {said.of[follower]}{' '}
              <span className="access-rows__detail">
                <RelativeTime at={since} />
              </span>
            </span>
            <Badge tone={is === 'parked' ? 'danger' : 'warning'}>
              {is === 'parked' ? said.parked : said.retrying}
            </Badge>
            <Button kind="secondary" size="small" onClick={() => void press(follower)}>
              {said.retry}
            </Button>
          </li>
        ))}
      </ul>
      <ActProblem text={problem} />
    </Panel>
  )
}
