import type { Caller, Personal, Sought } from '#shared/calls/content.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import { initials, masking, maskText, namesIn } from '#shared/calls/mask-text.ts'
import type { Sight } from '#shared/calls/sight.ts'
import type { Calls, Sheet } from '#shared/calls/state.ts'
import { maskPhone } from '#shared/lib/phone.ts'

/** What was said and who said it, for those who get the facts alone. An erased sheet stays told as erased. */
const withheld: Personal = {
  caller: null,
  sought: null,
  note: null,
  request: null,
  answer: null,
  callbackNote: null,
}

/**
 * What a colleague of the room without clearance sees of the public: enough to recognise a call that comes twice
 * (initials, the end of the number, what was asked), not enough to find the person.
 */
function maskPersonal(personal: Personal, sight: Sight): Personal {
  if (sight === 'whole') return personal
  if (sight === 'facts') return withheld
  const { caller, sought, note, request, answer, callbackNote } = personal
  const mask = masking(namesIn(personal))
  const hide = (text: string | null) => (text === null ? null : mask(text))
  return {
    caller: caller === null ? null : maskCaller(caller, hide),
    sought: sought === null ? null : maskSought(sought, hide),
    note: hide(note),
    request: hide(request),
    answer: hide(answer),
    callbackNote: hide(callbackNote),
  }
}

type Hide = (text: string | null) => string | null

function maskCaller({ name, phone, language, relation }: Caller, hide: Hide): Caller {
  return {
    name: name === null ? null : initials(name),
    phone: phone === null ? null : maskPhone(phone),
    address: null,
    language: hide(language),
    relation: hide(relation),
  }
}

function maskSought({ name, relation, status }: Sought, hide: Hide): Sought {
  return {
    name: initials(name),
    bornOrAge: null,
    sex: null,
    nationality: null,
    relation: hide(relation),
    lastContact: null,
    description: null,
    declaredElsewhere: null,
    status,
  }
}

export function maskSheet(sheet: Sheet, sight: Sight): Sheet {
  return sheet.personal === null ? sheet : { ...sheet, personal: maskPersonal(sheet.personal, sight) }
}

export function maskCalls(calls: Calls, sight: Sight): Calls {
  if (sight === 'whole') return calls
  const mask = (sheet: Sheet) => maskSheet(sheet, sight)
  return { ...calls, open: calls.open.map(mask), closed: calls.closed.map(mask) }
}

export function maskCallsEvent(event: CallsEvent, sight: Sight): CallsEvent {
  if (sight === 'whole') return event
  switch (event.type) {
    case 'calls.logged':
    case 'calls.corrected':
      return event.personal === null ? event : { ...event, personal: maskPersonal(event.personal, sight) }
    case 'calls.callbackTried':
      return { ...event, personal: sight === 'facts' ? null : maskTried(event.personal) }
    default:
      return event
  }
}

type Tried = Extract<CallsEvent, { type: 'calls.callbackTried' }>['personal']

function maskTried(tried: Tried): Tried {
  return tried === null ? null : { note: maskText(tried.note, tried.names), names: [] }
}
