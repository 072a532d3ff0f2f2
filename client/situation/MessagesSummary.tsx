import { Link } from '@tanstack/react-router'
import { words } from '#client/situation/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Countdown } from '#client/ui/Countdown.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { nextPointInForce } from '#shared/messages/next-point.ts'
import { latestOut, toApprove } from '#shared/messages/select.ts'
import { versionInForce } from '#shared/talkingpoints/select.ts'
import type { Crisis } from '#shared/state.ts'

/** What is out, until when it holds, what waits for approval. */
export function MessagesSummary({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).messages
  const now = useNow(1_000)
  const out = latestOut(crisis.messages)
  const next = nextPointInForce(crisis, now)
  const waiting = toApprove(crisis.messages).length
  return (
    <Panel title={said.title} aside={<Link to="/messages">{said.go}</Link>}>
      {out === null ? (
        <Stat label={said.published} value="–" detail={said.none} tone="warning" />
      ) : (
        <Stat
          label={said.published}
          value={said.version(out.message.versions.length)}
          detail={
            <>
              {bindSpaces(out.version.content.title)} · <RelativeTime at={out.version.published.at} />
            </>
          }
          tone="success"
        />
      )}
      {next === null ? null : (
        <p className="situation__line">
          {said.nextPoint} <Countdown until={next.dueAt} label={said.nextPoint} />
        </p>
      )}
      {out === null ? <p className="situation__line situation__muted">{said.noneDetail}</p> : null}
      {waiting === 0 ? null : <Badge tone="warning">{said.toApprove(waiting)}</Badge>}
      <p className="situation__line situation__muted">{said.points(versionInForce(crisis.talkingpoints))}</p>
    </Panel>
  )
}
