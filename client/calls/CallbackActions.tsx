import { useState } from 'react'
import { useFullSheet } from '#client/calls/use-full-sheet.ts'
import { words } from '#client/calls/room-words.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { Button } from '#client/ui/Button.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { LinkButton } from '#client/ui/LinkButton.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { CallbackResult } from '#shared/calls/commands.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import { minute } from '#shared/lib/time.ts'

const nextTry = 30 * minute

/** The call-back I have taken: the number to dial, what was asked, and how it ended. */
export function CallbackActions({ sheet: live }: Readonly<{ sheet: Sheet }>) {
  const said = useWords(words)
  const submit = useSubmit()
  const { sheet } = useFullSheet(live)
  const [note, setNote] = useState('')
  useHandling(`sheet:${live.id}`)
  const close = (result: CallbackResult['kind']) =>
    void submit({
      type: 'calls.closeCallback',
      sheet: live.id,
      result: result === 'noAnswer' ? { kind: result, dueAt: now() + nextTry } : { kind: result },
      note: note.trim() === '' ? null : note.trim(),
    })
  const phone = sheet.personal?.caller?.phone ?? null
  const isDialable = phone?.startsWith('+') === true
  return (
    <div className="calls__callback-actions">
      <p>
        {isDialable ? (
          <LinkButton href={`tel:${phone}`} icon="phone">
            {said.dial} {bindSpaces(formatPhone(phone))}
          </LinkButton>
        ) : (
          phone
        )}
        <Button
          kind="tertiary"
          size="small"
          onClick={() => void submit({ type: 'calls.releaseCallback', sheet: live.id })}
        >
          {said.release}
        </Button>
      </p>
      {sheet.personal?.note === undefined || sheet.personal.note === null ? null : (
        <p className="calls__quote">{bindSpaces(sheet.personal.note)}</p>
      )}
      <TextField
        label={said.callbackNote}
        presence="optional"
        maxLength={300}
        value={note}
        onChange={setNote}
      />
      <KeyChoice
        label={said.result}
        value={null}
        onChoose={close}
        options={[
          { value: 'reached', keys: '1', label: said.reached, tone: 'success' },
          { value: 'noAnswer', keys: '2', label: said.noAnswer, tone: 'warning' },
          { value: 'cancelled', keys: '3', label: said.cancelled },
        ]}
      />
    </div>
  )
}
