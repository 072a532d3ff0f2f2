import { StandLabel } from '#client/callin/StandLabel.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { VirtualList } from '#client/ui/VirtualList.tsx'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { isComing } from '#shared/callin/outcomes.ts'
import { isPresent, lastTries, type LastTry } from '#shared/callin/select.ts'

/** Everybody's last answer, the latest first. */
export function AnswerFeed({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const tries = lastTries(desk.crisis.callin)
  const coming = tries.filter(({ last }) => isComing(last.outcome)).length
  const not = tries.filter(({ last }) => last.outcome === 'unavailable').length
  return (
    <>
      <ZoneHead title={said.answers}>
        <span className="ui-quiet">{said.answerCounts(coming, not)}</span>
      </ZoneHead>
      <ZoneBody padding="flush">
        <VirtualList
          label={said.answers}
          items={tries}
          itemKey={({ member, last }) => `${member} ${last.at}`}
          rowHeight={40}
          empty={<EmptyState title={said.noAnswers}>{said.noAnswersTeaches}</EmptyState>}
        >
          {(item) => <AnswerRow desk={desk} item={item} />}
        </VirtualList>
      </ZoneBody>
    </>
  )
}

function AnswerRow({ desk, item }: Readonly<{ desk: CallinDesk; item: LastTry }>) {
  const said = useWords(words)
  const format = useFormat()
  const names = usePersonNames(desk.standing.roster)
  const { member, called, last } = item
  const name = names.of(member)
  const canTake = desk.may('callin.take') && called.taken === null && !isPresent(called.stand)
  return (
    <div className="callin-row callin-row--answer">
      <time className="ui-quiet" dateTime={new Date(last.at).toISOString()}>
        {format.instant(last.at, 'time')}
      </time>
      <span className="callin-row__name">{name}</span>
      <span className="ui-line callin-row__state">
        <StandLabel called={called} />
        {desk.pending.has(member) ? <Badge tone="warning">{said.pending}</Badge> : null}
      </span>
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
