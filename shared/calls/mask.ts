import type { Caller, Personal, Sought } from '#shared/calls/content.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import type { Calls, Sheet } from '#shared/calls/state.ts'
import { maskPhone } from '#shared/lib/phone.ts'

/**
 * What a colleague without clearance sees of the public: enough to recognise a call that comes twice (initials, the end
 * of the number, what was asked), not enough to find the person.
 */
function maskPersonal(personal: Personal): Personal {
  const { caller, sought } = personal
  return {
    ...personal,
    caller: caller === null ? null : maskCaller(caller),
    sought: sought === null ? null : maskSought(sought),
  }
}

function maskCaller({ name, phone, language, relation }: Caller): Caller {
  return {
    name: name === null ? null : initials(name),
    phone: phone === null ? null : maskPhone(phone),
    address: null,
    language,
    relation,
  }
}

function maskSought({ name, relation, status }: Sought): Sought {
  return {
    name: initials(name),
    bornOrAge: null,
    sex: null,
    nationality: null,
    relation,
    lastContact: null,
    description: null,
    declaredElsewhere: null,
    status,
  }
}

/** "Odile Garnier" becomes "O. G.". */
function initials(name: string): string {
  return name
    .split(/[\s'’-]+/u)
    .filter((part) => part !== '')
    .map((part) => `${part.match(/^./su)?.[0].toUpperCase() ?? ''}.`)
    .join(' ')
}

export function maskSheet(sheet: Sheet): Sheet {
  return sheet.personal === null ? sheet : { ...sheet, personal: maskPersonal(sheet.personal) }
}

export function maskCalls(calls: Calls): Calls {
  return { ...calls, open: calls.open.map(maskSheet), closed: calls.closed.map(maskSheet) }
}

export function maskCallsEvent(event: CallsEvent): CallsEvent {
  const carries = event.type === 'calls.logged' || event.type === 'calls.corrected'
  if (!carries || event.personal === null) return event
  return { ...event, personal: maskPersonal(event.personal) }
}
