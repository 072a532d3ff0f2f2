import { words } from '#client/situation/words.ts'
import { CallsStrip } from '#client/situation/CallsStrip.tsx'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { Answer } from '#client/ui/Answer.tsx'
import { Badge } from '#client/ui/Badge.tsx'
import type { TimeAxis } from '#client/ui/time-axis.ts'
import { themeLabels } from '#shared/calls/reason-labels.ts'
import { themeOf } from '#shared/calls/reasons.ts'
import { callbacksDue, callsSince, openUrgents } from '#shared/calls/select.ts'
import type { Calls } from '#shared/calls/state.ts'
import { minute } from '#shared/lib/time.ts'

type SummaryProps = Readonly<{ calls: Calls; axis: TimeAxis }>

/** Who is waiting for us? Promised call-backs, the most pressing first, and what rings in. */
export function CallsSummary({ calls, axis }: SummaryProps) {
  const said = useWords(words).calls
  const format = useFormat()
  const waiting = callbacksDue(calls)
  const late = waiting.filter(({ callback }) => callback.dueAt <= axis.now).length
  const urgent = openUrgents(calls).length
  return (
    <Answer
      question={said.question}
      figure={waiting.length}
      unit={
        <>
          {said.toCallBack}
          {late === 0 ? null : (
            <>
              , <strong className="ui-answer__late">{said.late(late)}</strong>
            </>
          )}
        </>
      }
      lead={<Lead waiting={waiting} />}
      source={
        <>
          {said.source(callsSince(calls, axis.now - 10 * minute), format.number(calls.counters.total))}
          {urgent === 0 ? null : (
            <>
              {' '}
              <Badge tone="danger">{said.urgent(urgent)}</Badge>
            </>
          )}
        </>
      }
    >
      <CallsStrip calls={calls} axis={axis} />
    </Answer>
  )
}

function Lead({ waiting }: Readonly<{ waiting: ReturnType<typeof callbacksDue> }>) {
  const said = useWords(words).calls
  const hours = useHours()
  const language = useLanguage()
  const [first] = waiting
  if (first === undefined) return said.nobody
  const { commune, reason } = first.content
  return (
    <>
      <strong>{said.promisedFor(hours.hour(first.callback.dueAt))}</strong>
      {[commune?.name, themeLabels[themeOf(reason)][language]]
        .filter((part) => part !== undefined)
        .map((part) => `, ${part}`)
        .join('')}
    </>
  )
}
