/** One step of a message as a CAP 1.2 alert (OASIS, July 2010), in the element order that its schema wants. */
import { addressOf } from '#server/publicsite/address.ts'
import type { CapStep } from '#server/publicsite/cap-step.ts'
import { marked } from '#server/publicsite/mark.ts'
import { localTime } from '#server/publicsite/local-time.ts'
import { xmlDocument, type XmlTree } from '#server/publicsite/xml.ts'
import { kindOfMessage } from '#shared/publicsite/kind.ts'
import { natureOnPage } from '#shared/publicsite/nature.ts'
import type { AnyCrisis, AnyPage, PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'
import { day, hour } from '#shared/lib/time.ts'

export type Subject = Readonly<{ page: AnyPage; crisis: AnyCrisis; message: PublicMessage }>

/** Receivers should not drop an alert the very minute its successor is due. */
const marginPastNextPoint = hour
const defaultLife = day

export function capAlert(subject: Subject, step: CapStep): string {
  const { page, crisis } = subject
  const { stamp } = localTime(page.installation.timeZone)
  const sender = senderOf(page)
  const alert: XmlTree = {
    '@xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
    identifier: step.identifier,
    sender,
    sent: stamp(step.sentAt),
    status: page.exercise ? 'Exercise' : 'Actual',
    msgType: step.type,
    scope: 'Public',
    ...noteAndReferences(step, (sentAt) => stamp(sentAt), sender),
    incidents: crisis.id,
    info: info(subject, step),
  }
  return xmlDocument({ alert })
}

/** Unique by its domain; `,`, spaces, `<` and `&` are forbidden in it and cannot stand in a host name. */
function senderOf({ installation }: AnyPage): string {
  return new URL(installation.url).host
}

function noteAndReferences(step: CapStep, stamp: (at: number) => string, sender: string): XmlTree {
  if (step.type === 'Alert') return {}
  const names = step.replaces.map(({ identifier, sentAt }) => `${sender},${identifier},${stamp(sentAt)}`)
  return { note: step.note, references: names.join(' ') }
}

function info(subject: Subject, step: CapStep): XmlTree {
  const { page, crisis, message } = subject
  const { text } = step
  const nature = natureOnPage(crisis.nature)
  const cancelled = step.type === 'Cancel'
  const contact = text.contact ?? page.installation.contactPhone
  return {
    language: 'fr-FR',
    category: nature.categories,
    event: marked(page, nature.label),
    ...gravity(message, cancelled),
    expires: localTime(page.installation.timeZone).stamp(expiryOf(step)),
    senderName: page.installation.name,
    headline: marked(page, text.title, cancelled ? 'Retiré : ' : ''),
    description: cancelled ? step.note : [text.what, text.body].filter((part) => part !== '').join('\n\n'),
    // A withdrawn instruction is not repeated: a receiver that shows only this element would give it again.
    ...(cancelled || text.instructions.length === 0 ? {} : { instruction: text.instructions.join('\n') }),
    web: addressOf(page).message(message.id),
    ...(contact === null ? {} : { contact }),
    area: area(page, text),
  }
}

function gravity(message: PublicMessage, cancelled: boolean): XmlTree {
  const { response, urgency, severity, certainty } = kindOfMessage(message.kind)
  if (cancelled) return { responseType: 'None', urgency: 'Past', severity: 'Unknown', certainty: 'Unknown' }
  return { responseType: response, urgency, severity, certainty }
}

/** Always later than the sending: `checkPage` refuses an earlier one, and the defaults lie ahead by construction. */
function expiryOf({ type, text, sentAt }: CapStep): number {
  if (type === 'Cancel') return sentAt + defaultLife
  if (text.expiresAt !== null) return text.expiresAt
  if (text.nextPointAt !== null && text.nextPointAt > sentAt) return text.nextPointAt + marginPastNextPoint
  return sentAt + defaultLife
}

/** Names and INSEE codes only. No geometry is known here, so no polygon can be left open. */
function area(page: AnyPage, { where, communes }: PublicVersion): XmlTree {
  const names = communes.map(({ name }) => name).join(', ')
  return {
    areaDesc:
      [where, names].filter((part) => part !== null && part !== '').join(' – ') || page.installation.name,
    geocode: communes.map(({ code }) => ({ valueName: 'INSEE', value: code })),
  }
}
