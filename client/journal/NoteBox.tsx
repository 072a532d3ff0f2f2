import { useRef, useState } from 'react'
import { words } from '#client/journal/words.ts'
import { now } from '#client/lib/clock.ts'
import { lastTimeItWas } from '#client/lib/wall-time.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useKept } from '#client/sync/use-kept.ts'
import { useOutbox, useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import type { CrisisId } from '#shared/lib/id.ts'

const nothingTyped = { text: '', time: '' }

/** The line one types: pinned below the list, Entrée inscribes it and the hand stays there for the next. */
export function NoteBox({ crisis }: Readonly<{ crisis: CrisisId }>) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const field = useRef<HTMLInputElement>(null)
  const line = useKept(`note-1.${crisis}`, () => nothingTyped)
  const { text, time } = line.value
  const [fault, setFault] = useState<Readonly<{ text?: string; time?: string }>>({})
  useKeys({ n: { label: said.note, run: () => field.current?.focus() } })

  const add = async () => {
    const happenedAt = time.trim() === '' ? null : lastTimeItWas(time, now())
    if (text.trim() === '') return field.current?.focus()
    if (time.trim() !== '' && happenedAt === null) return setFault({ time: said.noteTimeFault })
    const onHeld = () => line.handOver(true)
    const sent = await submit({ type: 'journal.note', text, happenedAt }, { onHeld })
    if (sent.status === 'refused') {
      line.handOver(false)
      return setFault({ text: explain(sent.refusal) })
    }
    // The next line may have been begun meanwhile.
    line.set((now) => ({ text: now.text === text ? '' : now.text, time: now.time === time ? '' : now.time }))
    setFault({})
    announce(sent.status === 'pending' ? said.pending : said.added, 'polite')
    return field.current?.focus()
  }

  return (
    <ZoneFoot>
      <PendingNotes crisis={crisis} />
      <form
        className="logbook__note"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Kbd keys="n" />
        <TextField
          ref={field}
          label={said.note}
          placeholder={said.notePlaceholder}
          maxLength={2_000}
          value={text}
          onChange={(typed) => line.set((now) => ({ ...now, text: typed }))}
          error={fault.text ?? null}
        />
        <TextField
          label={said.noteTime}
          presence="optional"
          placeholder={said.noteNow}
          maxLength={20}
          value={time}
          onChange={(typed) => line.set((now) => ({ ...now, time: typed }))}
          error={fault.time ?? null}
        />
        <Button type="submit" keys="Enter">
          {said.add}
        </Button>
      </form>
    </ZoneFoot>
  )
}

/** Lines typed here that the server has not acknowledged yet. */
function PendingNotes({ crisis }: Readonly<{ crisis: CrisisId }>) {
  const said = useWords(words)
  const outbox = useOutbox()
  const notes = outbox.flatMap(({ key, envelope, refusal }) =>
    envelope.command.type === 'journal.note' && envelope.crisis === crisis && refusal === null
      ? [{ key, text: envelope.command.text }]
      : [],
  )
  if (notes.length === 0) return null
  return (
    <ul className="logbook__pending">
      {notes.map(({ key, text }) => (
        <li key={key}>
          <Icon name="time" /> {said.pending} <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
