import { words } from '#client/situation/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { MessagesStrip } from '#client/situation/MessagesStrip.tsx'
import { Answer } from '#client/ui/Answer.tsx'
import { Badge } from '#client/ui/Badge.tsx'
import { Countdown } from '#client/ui/Countdown.tsx'
import type { TimeAxis } from '#client/ui/time-axis.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { nextPointInForce } from '#shared/messages/next-point.ts'
import { latestOut, toApprove } from '#shared/messages/select.ts'
import { versionInForce } from '#shared/talkingpoints/select.ts'
import type { Crisis } from '#shared/state.ts'

type SummaryProps = Readonly<{ crisis: Crisis; axis: TimeAxis; isFar?: boolean }>

/** What have we said? What is out, until when it holds, what waits for approval. */
export function MessagesSummary({ crisis, axis, isFar = false }: SummaryProps) {
  const said = useWords(words).messages
  const out = latestOut(crisis.messages)
  const next = nextPointInForce(crisis, useNow(1_000))
  const standing = out === null ? said.noneOut : said.inForce
  const version = out === null ? '0' : said.version(out.message.versions.length)
  return (
    <Answer
      question={said.question}
      figure={next === null ? version : <Countdown until={next.dueAt} label={said.nextPoint} />}
      tone={out === null ? 'warning' : null}
      unit={next === null ? standing : next.status === 'late' ? said.pointLate : said.beforePoint}
      lead={<strong>{out === null ? said.noneDetail : bindSpaces(out.version.content.title)}</strong>}
      source={<Source crisis={crisis} />}
    >
      <MessagesStrip messages={crisis.messages} axis={axis} next={next} isFar={isFar} />
    </Answer>
  )
}

function Source({ crisis: { messages, talkingpoints } }: Pick<SummaryProps, 'crisis'>) {
  const said = useWords(words).messages
  const hours = useHours()
  const out = latestOut(messages)
  const waiting = toApprove(messages).length
  return (
    <>
      {out === null
        ? null
        : `${said.out(said.version(out.message.versions.length), hours.atHour(out.version.published.at))} · `}
      {said.points(versionInForce(talkingpoints))}
      {waiting === 0 ? null : (
        <>
          {' '}
          <Badge tone="warning">{said.toApprove(waiting)}</Badge>
        </>
      )}
    </>
  )
}
