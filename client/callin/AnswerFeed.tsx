import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { VirtualList } from '#client/ui/VirtualList.tsx'
import { outcomeLabels } from '#shared/callin/labels.ts'
import { isComing, isMissed } from '#shared/callin/outcomes.ts'
import { isPresent, lastTries, type LastTry } from '#shared/callin/select.ts'
import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { Tone } from '#client/ui/tone.ts'

/** Everybody's last answer, the latest first. */
export function AnswerFeed({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  return (
    <Panel title={said.answers} padding="flush">
      <VirtualList
        label={said.answers}
        items={lastTries(desk.crisis.callin)}
        itemKey={({ member, last }) => `${member} ${last.at}`}
        rowHeight={48}
        empty={<EmptyState title={said.noAnswers}>{said.noAnswersTeaches}</EmptyState>}
      >
        {(item) => <AnswerRow desk={desk} item={item} />}
      </VirtualList>
    </Panel>
  )
}

function AnswerRow({ desk, item }: Readonly<{ desk: CallinDesk; item: LastTry }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const names = usePersonNames(desk.standing.roster)
  const { member, called, last } = item
  const name = names.of(member)
  const author = last.by === 'system' ? undefined : desk.standing.people[last.by]?.name
  const canTake = desk.may('callin.take') && called.taken === null && !isPresent(called.stand)
  return (
    <div className="callin-answer">
      <time className="callin-quiet" dateTime={new Date(last.at).toISOString()}>
        {format.instant(last.at, 'time')}
      </time>
      <div className="callin-answer__what">
        <strong>{name}</strong>
        <span>
          <Badge tone={toneOf(last.outcome)}>{outcomeLabels[last.outcome][language]}</Badge>
          <When called={called} />
          {desk.pending.has(member) ? <Badge tone="warning">{said.pending}</Badge> : null}
        </span>
        {author === undefined ? null : <span className="callin-quiet">{said.byHand(author)}</span>}
      </div>
      {canTake ? (
        <IconButton
          icon="pencil"
          label={said.change(name)}
          onClick={() => void desk.act({ type: 'callin.take', member, takeOver: false })}
        />
      ) : null}
    </div>
  )
}

/** The time that a member announced, as long as it still stands. */
function When({ called: { stand } }: Pick<LastTry, 'called'>) {
  const said = useWords(words)
  const hours = useHours()
  if (stand.is === 'coming') return <strong> {said.by(hours.hour(stand.expectedAt))} </strong>
  if (stand.is === 'later') return <strong> {said.from(hours.hour(stand.from))} </strong>
  return null
}

function toneOf(outcome: CallOutcome): Tone {
  if (isComing(outcome)) return 'success'
  if (outcome === 'wrongNumber') return 'danger'
  if (isMissed(outcome)) return 'warning'
  return outcome === 'unavailable' ? 'neutral' : 'info'
}
