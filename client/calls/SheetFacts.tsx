import { words as roomWords } from '#client/calls/room-words.ts'
import { words } from '#client/calls/words.ts'
import { formatInstant } from '#client/lib/format.ts'
import { useLanguage, type Language } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import type { Caller, Personal, Sought, Upward } from '#shared/calls/content.ts'
import { callerStatusLabels, outcomeLabels, urgencyLabels } from '#shared/calls/labels.ts'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import { isErased, isWithheld } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { formatPhone } from '#shared/lib/phone.ts'

type Said = (typeof words)['fr']
type Fact = readonly [label: string, value: string | null]

const nobody: Personal = {
  caller: null,
  sought: null,
  note: null,
  request: null,
  answer: null,
  callbackNote: null,
}

/** What a sheet says, line by line; what it does not say is left out. */
export function SheetFacts({ sheet }: Readonly<{ sheet: Sheet }>) {
  const said = useWords(words)
  const room = useWords(roomWords)
  const language = useLanguage()
  const { upward } = sheet.content
  const { caller, sought, note, request, answer, callbackNote } = sheet.personal ?? nobody
  const facts: readonly Fact[] = [
    ...contentFacts(sheet, said, language),
    ...(upward === null ? [] : upwardFacts(upward, said, language)),
    [said.note, note],
    [said.request, request],
    [said.answer, answer],
    [room.callbackNote, callbackNote],
    ...(caller === null ? [] : callerFacts(caller, said)),
    ...(sought === null ? [] : soughtFacts(sought, said)),
  ]
  return (
    <>
      <dl className="calls__facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{bindSpaces(value)}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="ui-field__hint">{hintOn(sheet, room)}</p>
    </>
  )
}

function hintOn(sheet: Sheet, room: (typeof roomWords)['fr']): string | null {
  if (isErased(sheet)) return room.erased
  if (isWithheld(sheet)) return room.withheld
  return sheet.personal?.caller?.phone?.startsWith('•') === true ? room.masked : null
}

function contentFacts({ content }: Sheet, said: Said, language: Language): readonly Fact[] {
  const { reason, commune, outcome, channel, urgency, callerStatus, redirectedTo } = content
  return [
    [said.reason, reasonLabel(reason, language)],
    [said.commune, commune === null ? null : `${commune.name} (${commune.code})`],
    [said.outcome, outcomeLabels[outcome][language]],
    [said.channel, said.channels[channel]],
    [said.urgencyLabel, urgency === 'normal' ? null : urgencyLabels[urgency][language]],
    [said.callerStatus, callerStatus === null ? null : callerStatusLabels[callerStatus][language]],
    [said.redirectedTo, redirectedTo],
  ]
}

function upwardFacts({ fact, place, seenAt }: Upward, said: Said, language: Language): readonly Fact[] {
  return [
    [said.more.upward, `${fact} (${place})`],
    [said.upward.seenAt, seenAt === null ? null : formatInstant(seenAt, 'time', language)],
  ]
}

function callerFacts(caller: Caller, said: Said): readonly Fact[] {
  const { name, phone, address, language, relation } = caller
  return [
    [said.caller.name, name],
    [said.caller.phone, phone === null ? null : formatPhone(phone)],
    [said.caller.address, address],
    [said.caller.language, language],
    [said.caller.relation, relation],
  ]
}

function soughtFacts(sought: Sought, said: Said): readonly Fact[] {
  return [
    [said.sought.name, sought.name],
    [said.sought.bornOrAge, sought.bornOrAge],
    [said.sought.relation, sought.relation],
    [said.sought.nationality, sought.nationality],
    [said.sought.lastContact, sought.lastContact],
    [said.sought.description, sought.description],
    [said.sought.declaredElsewhere, sought.declaredElsewhere],
    [said.sought.status, said.sought.statuses[sought.status]],
  ]
}
