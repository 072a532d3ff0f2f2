/**
 * What a CAP alert takes from elsewhere than its text: settings and tables, as they stood when it went out. The event
 * that lets a text out holds them, so that the alert stays the same under its identifier, whatever is set, reviewed or
 * installed afterwards, in a rebuilt folder and on every node.
 */
import type { EventNature } from '#shared/activation/natures.ts'
import { day, hour } from '#shared/lib/time.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { Installation } from '#shared/publicsite/installation.ts'
import {
  kindOfMessage,
  type CapCertainty,
  type CapResponse,
  type CapSeverity,
  type CapUrgency,
} from '#shared/publicsite/kind.ts'
import { natureOnPage, type CapCategory } from '#shared/publicsite/nature.ts'

/** How the facts become bytes: a form is never changed once something has gone out in it, a new one gets a number. */
const currentForm = 1

export type AlertFacts = Readonly<{
  form: typeof currentForm
  /** The host that the first alert of the message was sent from: all of them bear it, or receivers match none. */
  sender: string
  senderName: string
  /** The address of that day, for links. */
  url: string
  timeZone: string
  /** The préfecture's ordinary number, for texts that give none. */
  phone: string | null
  nature: Readonly<{ label: string; categories: readonly CapCategory[] }>
  urgency: CapUrgency
  severity: CapSeverity
  certainty: CapCertainty
  response: CapResponse
  /** Always later than the sending. */
  expiresAt: number
}>

type Sending = Readonly<{
  installation: Installation
  nature: EventNature
  kind: PublicKind
  at: number
  /** What the text says of how long it holds. */
  text: Readonly<{ nextPointAt: number | null; expiresAt: number | null }>
  /** Those of the version before; null for the first. */
  before: AlertFacts | null
}>

export function alertFacts({ installation, nature, kind, at, text, before }: Sending): AlertFacts {
  const { name, url, timeZone, contactPhone } = installation
  const { urgency, severity, certainty, response } = kindOfMessage(kind)
  return {
    form: currentForm,
    sender: before?.sender ?? hostOf(url),
    senderName: name,
    url,
    timeZone,
    phone: contactPhone,
    nature: natureOnPage(nature),
    urgency,
    severity,
    certainty,
    response,
    expiresAt: expiryOf(text, at),
  }
}

type Out = Readonly<{
  content: Sending['text']
  sentAt: number
  alert: AlertFacts | null
}>

/**
 * Those of a text that is out. The first releases kept none and read the settings of the day at each start: what went out
 * from them goes on as it did.
 */
export function factsOf(
  { content: text, sentAt: at, alert }: Out,
  today: Pick<Sending, 'installation' | 'nature' | 'kind'>,
): AlertFacts {
  return alert ?? alertFacts({ ...today, at, text, before: null })
}

/**
 * Those of a cancellation. It is never held back: an installation that has lost its name or address since then speaks
 * under those of the text it withdraws.
 */
export function cancellationFacts(before: AlertFacts, installation: Installation, at: number): AlertFacts {
  const { name: senderName, url, timeZone, contactPhone: phone, lacks } = installation
  const said = lacks.length > 0 ? {} : { senderName, url, timeZone, phone }
  return { ...before, ...said, form: currentForm, expiresAt: at + defaultLife }
}

/** Unique by its domain; `,`, spaces, `<` and `&` are forbidden in it and cannot stand in a host name. */
function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, '')
}

/** Receivers should not drop an alert the very minute its successor is due. */
const marginPastNextPoint = hour
const defaultLife = day

function expiryOf({ nextPointAt, expiresAt }: Sending['text'], at: number): number {
  if (expiresAt !== null) return expiresAt
  return nextPointAt !== null && nextPointAt > at ? nextPointAt + marginPastNextPoint : at + defaultLife
}
