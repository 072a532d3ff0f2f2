import { unreachable } from '#shared/lib/unreachable.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { MessagesEvent } from '#shared/messages/events.ts'
import type { Draft, Message, Messages, Stage, Templates, Version } from '#shared/messages/state.ts'

type Signed = Readonly<{ by: LiveEntry['by']; at: number }>
type Placed = Signed & Pick<LiveEntry, 'seq'>
type Of<T extends MessagesEvent['type']> = Extract<MessagesEvent, { type: T }>

export function evolveTemplates(
  templates: Templates,
  event: MessagesEvent,
  { by, at }: LiveEntry,
): Templates {
  if (event.type === 'messages.templateSaved') {
    return { ...templates, [event.template.id]: { ...event.template, reviewed: { by, at } } }
  }
  if (event.type === 'messages.templateRemoved') {
    const { [event.template]: _, ...rest } = templates
    return rest
  }
  return templates
}

export function evolveMessages(
  messages: Messages,
  event: MessagesEvent,
  { seq, by, at }: LiveEntry,
): Messages {
  if (event.type === 'messages.templateSaved' || event.type === 'messages.templateRemoved') return messages
  if (event.type === 'messages.drafted') return { ...messages, [event.message]: begin(event, { by, at }) }
  const message = messages[event.message]
  if (message === undefined) return messages
  if (event.type === 'messages.discarded' && message.versions.length === 0) {
    const { [event.message]: _, ...rest } = messages
    return rest
  }
  return { ...messages, [event.message]: change(message, event, { seq, by, at }) }
}

function begin(event: Of<'messages.drafted'>, { by, at }: Signed): Message {
  const { message: id, kind, template, content, hash } = event
  const stage: Stage = { is: 'drafting', because: null }
  const draft: Draft = {
    revision: 1,
    content,
    correction: null,
    hash,
    draftedBy: by,
    editedBy: by,
    editedAt: at,
    stage,
  }
  return { id, kind, template, createdAt: at, draft, versions: [], withdrawn: null }
}

type Change = Exclude<
  MessagesEvent,
  Of<'messages.drafted'> | Of<'messages.templateSaved'> | Of<'messages.templateRemoved'>
>

function change(message: Message, event: Change, { seq, by, at }: Placed): Message {
  switch (event.type) {
    case 'messages.edited':
      return edit(message, event, { by, at })
    case 'messages.submitted':
      return moveTo(message, { is: 'submitted', by, at })
    case 'messages.approved':
      return moveTo(message, { is: 'approved', by, at })
    case 'messages.sentBack': {
      const { comment } = event
      return moveTo(message, { is: 'drafting', because: { is: 'sentBack', by, at, comment } })
    }
    case 'messages.approvalVoided':
      return moveTo(message, { is: 'drafting', because: { is: 'approvalVoided', by, at } })
    case 'messages.published':
      return publish(message, event, { seq, by, at })
    case 'messages.correctionOpened':
      return openCorrection(message, event, { by, at })
    case 'messages.withdrawn':
      return {
        ...message,
        draft: null,
        withdrawn: { by, at, reason: event.reason, sentAt: at, alert: event.alert },
      }
    case 'messages.discarded':
      return { ...message, draft: null }
    default:
      return unreachable(event)
  }
}

function moveTo(message: Message, stage: Stage): Message {
  return message.draft === null ? message : { ...message, draft: { ...message.draft, stage } }
}

/** Whatever was submitted is no longer this text: the draft is on the desk again. */
function edit(message: Message, event: Of<'messages.edited'>, { by, at }: Signed): Message {
  if (message.draft === null) return message
  const { revision, content, correction, hash } = event
  const { stage } = message.draft
  const draft: Draft = {
    ...message.draft,
    revision,
    content,
    correction,
    hash,
    editedBy: by,
    editedAt: at,
    stage: stage.is === 'drafting' ? stage : { is: 'drafting', because: null },
  }
  return { ...message, draft }
}

function publish(message: Message, event: Of<'messages.published'>, { seq, by, at }: Placed): Message {
  if (message.draft?.stage.is !== 'approved') return message
  const { content, correction, hash, stage } = message.draft
  const { communes, contact, alert } = event
  const approved = { by: stage.by, at: stage.at }
  const version: Version = {
    content,
    correction,
    hash,
    approved,
    published: { by, at },
    seq,
    sentAt: at,
    communes,
    contact,
    alert,
  }
  return { ...message, draft: null, versions: [...message.versions, version] }
}

function openCorrection(
  message: Message,
  { correction, hash }: Of<'messages.correctionOpened'>,
  { by, at }: Signed,
): Message {
  const out = message.versions.at(-1)
  if (out === undefined) return message
  const draft: Draft = {
    revision: 1,
    content: out.content,
    correction,
    hash,
    draftedBy: by,
    editedBy: by,
    editedAt: at,
    stage: { is: 'drafting', because: null },
  }
  return { ...message, draft }
}
