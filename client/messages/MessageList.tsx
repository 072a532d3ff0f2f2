import type { KeyboardEvent } from 'react'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { handlerOf, usePresence } from '#client/sync/use-presence.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { nextFocus } from '#client/ui/next-focus.ts'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'
import type { Tone } from '#client/ui/tone.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { MessageId } from '#shared/lib/id.ts'
import { kindLabels } from '#shared/messages/labels.ts'
import {
  allMessages,
  isOut,
  shownContent,
  statusOf,
  touchedAt,
  type Status,
} from '#shared/messages/select.ts'
import type { Message, Messages } from '#shared/messages/state.ts'

/** What waits for someone comes first. */
const order: readonly Status[] = ['submitted', 'approved', 'drafting', 'published', 'withdrawn']

const tones: Readonly<Record<Status, Tone>> = {
  submitted: 'warning',
  approved: 'info',
  drafting: 'neutral',
  published: 'success',
  withdrawn: 'neutral',
}

type MessageListProps = Readonly<{
  messages: Messages
  selected: MessageId | null
  onSelect: (id: MessageId) => void
}>

export function MessageList({ messages, selected, onSelect }: MessageListProps) {
  const said = useWords(words)
  const all = allMessages(messages)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const to = nextFocus(event.key, buttons, document.activeElement)
    if (to === null) return
    event.preventDefault()
    to.focus()
  }
  return (
    // The arrows only move between buttons that Tab reaches too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav className="msg-list" aria-label={said.list} onKeyDown={onKeyDown}>
      {order.map((status) => {
        const group = all.filter((message) => statusOf(message) === status)
        return group.length === 0 ? null : (
          <section key={status} aria-label={said.groups[status]}>
            <h2>
              {said.groups[status]} <span className="msg-list__count">{group.length}</span>
            </h2>
            <ul>
              {group.map((message) => (
                <li key={message.id}>
                  <Row message={message} isSelected={message.id === selected} onSelect={onSelect} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

type RowProps = Readonly<{ message: Message; isSelected: boolean; onSelect: (id: MessageId) => void }>

function Row({ message, isSelected, onSelect }: RowProps) {
  const said = useWords(words)
  const language = useLanguage()
  const me = useConsole(({ you }) => you?.person ?? null)
  const handler = handlerOf(usePresence(), `message:${message.id}`, me)
  const status = statusOf(message)
  const isCorrection = isOut(message) && message.draft !== null
  const { title } = shownContent(message)
  return (
    <button
      type="button"
      className="msg-row"
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => onSelect(message.id)}
    >
      <span className="msg-row__title">{title === '' ? said.untitled : bindSpaces(title)}</span>
      <span className="msg-row__meta">
        <Badge tone={isSentBack(message) ? 'danger' : tones[status]}>
          {isSentBack(message) ? said.sentBack : isCorrection ? said.outWithDraft : said.status[status]}
        </Badge>
        <span>{kindLabels[message.kind][language]}</span>
        <RelativeTime at={touchedAt(message)} />
      </span>
      {handler === null ? null : <span className="msg-row__meta">{said.handledBy(handler.name)}</span>}
    </button>
  )
}

function isSentBack({ draft }: Message): boolean {
  return draft?.stage.is === 'drafting' && draft.stage.because?.is === 'sentBack'
}
