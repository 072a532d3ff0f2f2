/**
 * Events are stored for ever, their shapes are not: an event whose shape has changed is turned into today's when it is
 * read, so that reducers know one shape only. The stored bytes, which the hash chain covers, never change.
 */
type StoredEvent = Readonly<Record<string, unknown> & { type: string }>

type Upcast = (event: StoredEvent) => StoredEvent

/** By stored type. Each turns one old shape into the next; an event may pass through several. */
const upcasts: ReadonlyMap<string, Upcast> = new Map([
  ['calls.callbackTried', withNames],
  ['calls.logged', tellingItsOwn],
  ['calls.urgentRaised', byItself],
  ['calls.urgentAcknowledged', byItself],
  ['calls.urgentEnded', byItself],
  ['messages.published', withoutFacts],
  ['messages.withdrawn', withoutFacts],
])

/** The note of a call-back came without the names that stand in its sheet. */
function withNames(event: StoredEvent): StoredEvent {
  const { personal } = event
  if (typeof personal !== 'object' || personal === null || 'names' in personal) return event
  return { ...event, personal: { ...personal, names: [] } }
}

/** An emergency had the id that its sheet was to have. */
function byItself(event: StoredEvent): StoredEvent {
  if (!('sheet' in event)) return event
  const { sheet: urgent, ...others } = event
  return { ...others, urgent }
}

/** A sheet told the emergency of the same id, where there was one. */
function tellingItsOwn(event: StoredEvent): StoredEvent {
  return 'urgent' in event ? event : { ...event, urgent: event['subject'] }
}

/** What a CAP alert says beside its text was read from the settings at each start. */
function withoutFacts(event: StoredEvent): StoredEvent {
  return 'alert' in event ? event : { ...event, alert: null }
}

export function upcast(event: StoredEvent, table = upcasts): StoredEvent {
  let current = event
  for (let step = table.get(current.type); step !== undefined; step = table.get(current.type)) {
    const next = step(current)
    if (next === current) return current
    current = next
  }
  return current
}
