/**
 * One step of a message as a CAP 1.2 alert (OASIS, July 2010), in the element order that its schema wants. Made from the
 * text that went out and the facts frozen with it, never from today's settings or tables. What these lines make of them
 * is form 1, whose bytes `cap-alert-1.golden.xml` holds: another form gets another number and leaves this one be.
 */
import { exercisePath, publicPath, anchorOf } from '#server/publicsite/address.ts'
import type { CapStep } from '#server/publicsite/cap-step.ts'
import { marked } from '#server/publicsite/mark.ts'
import { localTime } from '#server/lib/local-time.ts'
import { xmlDocument, type XmlTree } from '#server/publicsite/xml.ts'
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'
import type { AnyCrisis, AnyPage, PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'

export type Subject = Readonly<{ page: AnyPage; crisis: AnyCrisis; message: PublicMessage }>

const forms: Readonly<Record<AlertFacts['form'], (subject: Subject, step: CapStep) => string>> = {
  1: firstForm,
}

export function capAlert(subject: Subject, step: CapStep): string {
  return forms[step.facts.form](subject, step)
}

/** False for facts of a newer version, whose form this one does not know. */
export function isKnownForm(form: number): boolean {
  return Object.hasOwn(forms, form)
}

function firstForm(subject: Subject, step: CapStep): string {
  const { page, crisis } = subject
  const { facts } = step
  const alert: XmlTree = {
    '@xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
    identifier: step.identifier,
    sender: facts.sender,
    sent: stampOf(step),
    status: page.exercise ? 'Exercise' : 'Actual',
    msgType: step.type,
    scope: 'Public',
    ...noteAndReferences(step),
    incidents: crisis.id,
    info: info(subject, step),
  }
  return xmlDocument({ alert })
}

/** As the alert itself says it, in the zone it was sent from. */
function stampOf({ facts, sentAt }: Pick<CapStep, 'facts' | 'sentAt'>): string {
  return localTime(facts.timeZone).stamp(sentAt)
}

function noteAndReferences(step: CapStep): XmlTree {
  if (step.type === 'Alert') return {}
  const names = step.replaces.map((name) => `${name.facts.sender},${name.identifier},${stampOf(name)}`)
  return { note: step.note, references: names.join(' ') }
}

function info({ page, message }: Subject, step: CapStep): XmlTree {
  const { text, facts } = step
  const cancelled = step.type === 'Cancel'
  const contact = text.contact ?? facts.phone
  return {
    language: 'fr-FR',
    category: facts.nature.categories,
    event: marked(page, facts.nature.label),
    ...gravity(facts, cancelled),
    expires: localTime(facts.timeZone).stamp(facts.expiresAt),
    senderName: facts.senderName,
    headline: marked(page, text.title, cancelled ? 'Retiré : ' : ''),
    description: cancelled ? step.note : [text.what, text.body].filter((part) => part !== '').join('\n\n'),
    // A withdrawn instruction is not repeated: a receiver that shows only this element would give it again.
    ...(cancelled || text.instructions.length === 0 ? {} : { instruction: text.instructions.join('\n') }),
    web: `${facts.url}${page.exercise ? exercisePath : publicPath}#${anchorOf(message.id)}`,
    ...(contact === null ? {} : { contact }),
    area: area(facts, text),
  }
}

function gravity({ response, urgency, severity, certainty }: AlertFacts, cancelled: boolean): XmlTree {
  if (cancelled) return { responseType: 'None', urgency: 'Past', severity: 'Unknown', certainty: 'Unknown' }
  return { responseType: response, urgency, severity, certainty }
}

/** Names and INSEE codes only. No geometry is known here, so no polygon can be left open. */
function area({ senderName }: AlertFacts, { where, communes }: PublicVersion): XmlTree {
  const names = communes.map(({ name }) => name).join(', ')
  return {
    areaDesc: [where, names].filter((part) => part !== null && part !== '').join(' – ') || senderName,
    geocode: communes.map(({ code }) => ({ valueName: 'INSEE', value: code })),
  }
}
