import type { ReactNode } from 'react'
import { noteCallback, saidNote, useCallbackNotes } from '#client/calls/callback-notes.ts'
import { useFullSheet } from '#client/calls/use-full-sheet.ts'
import { words } from '#client/calls/room-words.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { words as syncWords } from '#client/sync/words.ts'
import { useOutbox } from '#client/sync/use-submit.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { LinkButton } from '#client/ui/LinkButton.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { CallbackResult } from '#shared/calls/commands.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { Command } from '#shared/command.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { SheetId } from '#shared/lib/id.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import { minute } from '#shared/lib/time.ts'

const nextTry = 30 * minute

/** The call-back I have taken: the number to dial, what was asked, and how it ended. */
export function CallbackActions({ sheet: live, isBegun }: Readonly<{ sheet: Sheet; isBegun: boolean }>) {
  const said = useWords(words)
  const note = useCallbackNotes().get(live.id)?.text ?? ''
  const { act, problem, isSending } = useAct(() => saidNote(live.id, note))
  const isWaiting = useOutbox().some(
    ({ envelope: { command }, refusal }) => isClosing(command, live.id) && refusal === null,
  )
  const release = useAct()
  const { pending: waits } = useWords(syncWords)
  const crisis = useConsole(({ followed }) => followed)
  useHandling(`sheet:${live.id}`)
  const close = (result: CallbackResult['kind']) =>
    act({
      type: 'calls.closeCallback',
      sheet: live.id,
      result: result === 'noAnswer' ? { kind: result, dueAt: now() + nextTry } : { kind: result },
      note: note.trim() === '' ? null : note.trim(),
    })
  return (
    <div className="calls__callback-actions">
      <WhoToCall live={live}>
        <Button
          kind="tertiary"
          size="small"
          onClick={() => release.act({ type: 'calls.releaseCallback', sheet: live.id })}
        >
          {said.release}
        </Button>
      </WhoToCall>
      <TextField
        label={said.callbackNote}
        presence="optional"
        maxLength={300}
        value={note}
        onChange={(text) => noteCallback(live.id, { crisis, text })}
      />
      <ActProblem text={problem ?? release.problem} />
      {isWaiting && !isSending ? (
        <Badge tone="warning">{waits}</Badge>
      ) : (
        <KeyChoice
          label={said.result}
          focus={isBegun ? 'first' : 'none'}
          value={null}
          onChoose={close}
          options={[
            { value: 'reached', keys: '1', label: said.reached, tone: 'success' },
            { value: 'noAnswer', keys: '2', label: said.noAnswer, tone: 'warning' },
            { value: 'cancelled', keys: '3', label: said.cancelled },
          ]}
        />
      )}
    </div>
  )
}

function isClosing(command: Command, sheet: SheetId): boolean {
  return command.type === 'calls.closeCallback' && command.sheet === sheet
}

/** The number to dial and what was asked, as whole as the register gives them. */
function WhoToCall({ live, children }: Readonly<{ live: Sheet; children: ReactNode }>) {
  const said = useWords(words)
  const { sheet, isWhole, status } = useFullSheet(live)
  const phone = sheet.personal?.caller?.phone ?? null
  const asked = sheet.personal?.note ?? null
  return (
    <>
      <p className="ui-line">
        {phone === null ? null : <Dial phone={phone} />}
        {isWhole || status === 'reading' ? null : <small> {said.waitsForRegister}</small>}
        {children}
      </p>
      {asked === null ? null : <p className="calls__quote">{bindSpaces(asked)}</p>}
    </>
  )
}

/** A masked number is shown, and nobody's to dial. */
function Dial({ phone }: Readonly<{ phone: string }>) {
  const said = useWords(words)
  if (!phone.startsWith('+')) return phone
  return (
    <LinkButton href={`tel:${phone}`} icon="phone">
      {said.dial} {bindSpaces(formatPhone(phone))}
    </LinkButton>
  )
}
