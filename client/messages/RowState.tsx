import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { rowWords } from '#client/messages/row-words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'
import type { Tone } from '#client/ui/tone.ts'
import type { Place } from '#shared/messages/places.ts'
import { isOut } from '#shared/messages/select.ts'
import type { Draft, Message } from '#shared/messages/state.ts'

type RowStateProps = Readonly<{ message: Message; place: Place }>

/** Where a text stands, in a line: what asks for a hand with its sign and colour, the rest in plain words. */
export function RowState({ message, place }: RowStateProps) {
  const { draft } = message
  return draft === null || place === 'over' ? (
    <Outside message={message} place={place} />
  ) : (
    <OnTheDesk message={message} draft={draft} />
  )
}

type Asking = 'submitted' | 'approved' | 'sentBack'
const signs: Readonly<Record<Asking, Readonly<{ icon: IconName; tone: Tone }>>> = {
  submitted: { icon: 'time', tone: 'warning' },
  approved: { icon: 'megaphone', tone: 'warning' },
  sentBack: { icon: 'undo', tone: 'danger' },
}

function OnTheDesk({ message, draft }: Readonly<{ message: Message; draft: Draft }>) {
  const said = useWords(rowWords)
  const { is, at } = lastStep(draft)
  const alsoOut = isOut(message) ? `, ${said.isOut(message.versions.length)}` : ''
  if (is === 'drafting') {
    return (
      <span>
        {said.drafting} <RelativeTime at={at} />
        {alsoOut}
      </span>
    )
  }
  return (
    <span className={`ui-tone--${signs[is].tone}`}>
      <Icon name={signs[is].icon} /> {said[is]} <RelativeTime at={at} />
      {alsoOut}
    </span>
  )
}

function lastStep({ stage, editedAt }: Draft): Readonly<{ is: Asking | 'drafting'; at: number }> {
  if (stage.is !== 'drafting') return stage
  if (stage.because?.is === 'sentBack') return { is: 'sentBack', at: stage.because.at }
  return { is: 'drafting', at: editedAt }
}

function Outside({ message: { versions, withdrawn }, place }: RowStateProps) {
  const said = useWords(rowWords)
  const hours = useHours()
  const time = (at: number) => hours.atHour(at)
  if (withdrawn !== null) return <span>{said.withdrawn(time(withdrawn.at))}</span>
  const last = versions.at(-1)
  if (last === undefined) return null
  const { content, published } = last
  if (content.expiresAt === null || place === 'published') {
    return <span>{said.published(versions.length, hours.hour(published.at))}</span>
  }
  if (place === 'over') return <span>{said.expired(time(content.expiresAt))}</span>
  return (
    <span className="ui-tone--warning">
      <Icon name="time" /> {said.expiring(time(content.expiresAt))}
    </span>
  )
}
