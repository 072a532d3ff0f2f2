import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { useAcknowledge } from '#client/talkingpoints/use-acknowledge.ts'
import { words } from '#client/talkingpoints/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

type AcknowledgementProps = Readonly<{
  state: TalkingPoints
  isJustReplaced: () => boolean
  /** What is not before the eyes is not said to be read. */
  isInSight: boolean
}>

/** Whether this person has read the version in force, and the key that says so. */
export function Acknowledgement({ state, isJustReplaced, isInSight }: AcknowledgementProps) {
  const said = useWords(words)
  const format = useFormat()
  const { mine, acknowledge, problem } = useAcknowledge(state, isJustReplaced)
  const isRead = mine?.version === state.version
  useKeys(isRead || !isInSight ? {} : { v: { label: said.acknowledge, run: acknowledge } })
  if (isRead) {
    return (
      <ZoneFoot>
        <p className="points__read">
          <Icon name="check" />
          {said.acknowledged(format.instant(mine.at, 'time'))}
        </p>
      </ZoneFoot>
    )
  }
  return (
    <div className="points__unread">
      <ZoneFoot>
        <p>
          <strong>{said.unread(state.version)}</strong>
          <Change state={state} />
          {problem === null ? null : <span role="alert"> {problem}</span>}
        </p>
        <Button kind="secondary" keys="v" icon="check" onClick={acknowledge}>
          {said.acknowledge}
        </Button>
      </ZoneFoot>
    </div>
  )
}

/** What the version took away, which the sheet itself cannot show. */
function Change({ state: { history } }: Readonly<{ state: TalkingPoints }>) {
  const said = useWords(words)
  const [last] = history
  if (last?.change === 'retracted') return ` ${said.noLongerSay(last.title ?? '')}.`
  return last?.change === 'forbidden' ? ` ${said.forbiddenChanged}` : null
}
