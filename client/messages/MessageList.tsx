import type { KeyboardEvent } from 'react'
import { useNow } from '#client/lib/clock.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { RowState } from '#client/messages/RowState.tsx'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useName } from '#client/sync/use-names.ts'
import { handlerOf, usePresence } from '#client/sync/use-presence.ts'
import { nextFocus } from '#client/ui/next-focus.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { MessageId } from '#shared/lib/id.ts'
import { kindLabels } from '#shared/messages/labels.ts'
import { placed, type Place } from '#shared/messages/places.ts'
import { shownContent } from '#shared/messages/select.ts'
import type { Message, Messages } from '#shared/messages/state.ts'

type MessageListProps = Readonly<{
  messages: Messages
  selected: MessageId | null
  onSelect: (id: MessageId) => void
}>

/** Every text of the crisis; what asks for a hand comes first. */
export function MessageList({ messages, selected, onSelect }: MessageListProps) {
  const said = useWords(words)
  const now = useNow(15_000)
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
      {placed(messages, now).map(({ place, texts }) => (
        <section key={place} aria-label={said.places[place]}>
          <h3>
            {said.places[place]} <span>{texts.length}</span>
          </h3>
          <ul>
            {texts.map((message) => (
              <li key={message.id}>
                <Row
                  message={message}
                  place={place}
                  isSelected={message.id === selected}
                  onSelect={onSelect}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** Of a text's line, where the focus goes when the text is closed. */
export function rowId(message: MessageId): string {
  return `row-${message}`
}

type RowProps = Readonly<{
  message: Message
  place: Place
  isSelected: boolean
  onSelect: (id: MessageId) => void
}>

function Row({ message, place, isSelected, onSelect }: RowProps) {
  const said = useWords(words)
  const language = useLanguage()
  const nameOf = useName()
  const me = useConsole(({ you }) => you?.person ?? null)
  const handler = handlerOf(usePresence(), `message:${message.id}`, me)
  const { title } = shownContent(message)
  const author = message.draft === null ? '' : ` · ${nameOf(message.draft.editedBy)}`
  return (
    <button
      type="button"
      id={rowId(message.id)}
      className={classNames('msg-row ui-row', place === 'over' && 'msg-row--over')}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => onSelect(message.id)}
    >
      <strong>{title === '' ? said.untitled : bindSpaces(title)}</strong>
      <RowState message={message} place={place} />
      <span>
        {kindLabels[message.kind][language]}
        {handler === null ? author : ` · ${said.handledBy(handler.name)}`}
      </span>
    </button>
  )
}
