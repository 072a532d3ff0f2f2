import { isLineOpen, isExercise } from '#shared/activation/select.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { Event } from '#shared/event.ts'
import { MessageId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { MessagesCommand, TemplatesCommand } from '#shared/messages/commands.ts'
import { asSaid, contentHash } from '#shared/messages/content.ts'
import { lint } from '#shared/messages/lint.ts'
import { lackingFor } from '#shared/messages/select.ts'
import { mostMessages, mostVersions, type Draft, type Message } from '#shared/messages/state.ts'
import { alertFacts, cancellationFacts, factsOf } from '#shared/publicsite/alert-facts.ts'
import type { Lack } from '#shared/publicsite/installation.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Crisis } from '#shared/state.ts'
import { issue, retract } from '#shared/talkingpoints/issue.ts'

/** An alert must not expire in the second that it is sent (CAP knows no finer time), nor before anyone has read it. */
const shortestLife = minute

type Of<T extends MessagesCommand['type']> = Extract<MessagesCommand, { type: T }>
/** What a step on the way to the public rests on: the message and the text it is about. */
type Writing = Readonly<{ crisis: Crisis; message: Message; draft: Draft; context: Context }>

export function decideTemplates(command: TemplatesCommand, context: Context): Decision {
  const known = command.template === null ? undefined : context.standing.templates[command.template]
  if (command.template !== null && known === undefined) return refuse('messages.unknown-template')
  if (command.type === 'messages.removeTemplate') {
    return accept({
      type: 'messages.templateRemoved',
      template: command.template,
      name: known?.name ?? command.template,
    })
  }
  const { type: _, template, ...rest } = command
  return accept({ type: 'messages.templateSaved', template: { id: template ?? context.id, ...rest } })
}

export function decideMessages(crisis: Crisis, command: MessagesCommand, context: Context): Decision {
  if (command.type === 'messages.draft') return decideDraft(crisis, command, context)
  const message = crisis.messages[command.message]
  if (message === undefined) return refuse('messages.unknown', { field: 'message' })
  if (message.withdrawn !== null) return refuse('messages.already-withdrawn')
  if (command.type === 'messages.correct') return decideCorrect(message, command)
  if (command.type === 'messages.withdraw') return decideWithdraw({ crisis, message, context }, command)
  const { draft } = message
  if (draft === null) return refuse('messages.nothing-to-edit')
  return decideOnDraft({ crisis, message, draft, context }, command)
}

type OnDraft = Exclude<
  MessagesCommand,
  Of<'messages.draft'> | Of<'messages.correct'> | Of<'messages.withdraw'>
>

function decideOnDraft(writing: Writing, command: OnDraft): Decision {
  switch (command.type) {
    case 'messages.edit':
      return decideEdit(writing, command)
    case 'messages.submit':
      return decideSubmit(writing, command.hash)
    case 'messages.approve':
      return decideApprove(writing, command.hash)
    case 'messages.sendBack':
      return decideSendBack(writing, command.comment)
    case 'messages.publish':
      return decidePublish(writing, command.hash)
    case 'messages.discard':
      return decideDiscard(writing)
    default:
      return unreachable(command)
  }
}

function decideDraft(
  crisis: Crisis,
  { kind, template, ...command }: Of<'messages.draft'>,
  context: Context,
): Decision {
  if (Object.keys(crisis.messages).length >= mostMessages) return refuse('messages.too-many')
  const message = MessageId.parse(context.id)
  const content = asSaid(command.content, isExercise(crisis.activation))
  const hash = contentHash({ message, kind, content, correction: null })
  return accept({ type: 'messages.drafted', message, kind, template, content, hash })
}

function decideEdit({ crisis, message, draft, context }: Writing, command: Of<'messages.edit'>): Decision {
  if (command.basedOn !== draft.revision) {
    return refuse('messages.edited-meanwhile', { detail: nameOf(draft.editedBy, context) })
  }
  const { id, kind } = message
  // A first version has nothing that it corrects; a correction always says what it does.
  const correction = message.versions.length === 0 ? null : (command.correction ?? draft.correction)
  const content = asSaid(command.content, isExercise(crisis.activation))
  const hash = contentHash({ message: id, kind, content, correction })
  if (hash === draft.hash) return accept()
  const edited: Event = {
    type: 'messages.edited',
    message: id,
    revision: draft.revision + 1,
    content,
    correction,
    hash,
  }
  if (draft.stage.is !== 'approved') return accept(edited)
  return accept({ type: 'messages.approvalVoided', ...named(message, draft), hash: draft.hash }, edited)
}

function decideSubmit({ crisis, message, draft, context }: Writing, hash: string): Decision {
  if (hash !== draft.hash) return refuse('messages.changed-meanwhile')
  if (draft.stage.is !== 'drafting') return accept()
  const { id, kind, versions } = message
  const { content } = draft
  const last = versions.at(-1)
  if (
    last !== undefined &&
    contentHash({ message: id, kind, content, correction: last.correction }) === last.hash
  ) {
    return refuse('messages.nothing-corrected')
  }
  const { kind: real, crisisNumber } = crisis.activation
  const blocking = lint(content, { exercise: real === 'exercise', crisisNumber, now: context.at }).find(
    (remark) => remark.blocking,
  )
  if (blocking !== undefined) {
    return refuse('messages.incomplete', { field: `content.${blocking.part}`, detail: blocking.detail })
  }
  return accept({ type: 'messages.submitted', ...named(message, draft), hash })
}

function decideApprove({ crisis, message, draft, context }: Writing, hash: string): Decision {
  if (hash !== draft.hash) return refuse('messages.changed-meanwhile')
  if (draft.stage.is === 'approved') return accept()
  if (draft.stage.is !== 'submitted') return refuse('messages.not-submitted')
  if (context.by === draft.draftedBy || context.by === draft.editedBy) return refuse('messages.own-message')
  const lacking = lackingFor('messages.approve', crisis, context.installation)
  if (lacking !== undefined) return refuse(lackRefusals[lacking])
  const { id, kind } = message
  return accept(
    { type: 'messages.approved', ...named(message, draft), hash },
    ...issue(crisis.talkingpoints, { message: id, kind, hash, content: draft.content }),
  )
}

/** Not only before the approval: an approver may think again until the text is out. */
function decideSendBack({ crisis, message, draft }: Writing, comment: string): Decision {
  if (draft.stage.is === 'drafting') return refuse('messages.not-submitted')
  const sentBack: Event = { type: 'messages.sentBack', ...named(message, draft), comment }
  return draft.stage.is === 'approved' ? accept(sentBack, ...takeBack(crisis, message)) : accept(sentBack)
}

function decidePublish(writing: Writing, hash: string): Decision {
  const { crisis, message, draft, context } = writing
  if (hash !== draft.hash) return refuse('messages.changed-meanwhile')
  if (draft.stage.is !== 'approved') return refuse('messages.not-approved')
  const refusal = refuseAsItStands(writing)
  if (refusal !== null) return refusal
  const { communes, crisisNumber, nature } = crisis.activation
  const { installation, at } = context
  const { content: text } = draft
  const before = message.versions.at(-1)?.alert ?? null
  return accept({
    type: 'messages.published',
    ...named(message, draft),
    version: message.versions.length + 1,
    hash,
    communes,
    contact: isLineOpen(crisis.activation) ? crisisNumber : null,
    nextPointAt: text.nextPointAt,
    alert: alertFacts({ installation, nature, kind: message.kind, at, text, before }),
  })
}

/** What was right when it was approved may no longer be when it is to go out. */
function refuseAsItStands({ crisis, draft, context }: Writing): Decision | null {
  const lacking = lackingFor('messages.publish', crisis, context.installation)
  if (lacking !== undefined) return refuse(lackRefusals[lacking])
  const { nextPointAt, expiresAt } = draft.content
  if (nextPointAt !== null && nextPointAt <= context.at) return refuse('messages.next-point-past')
  if (expiresAt !== null && expiresAt < context.at + shortestLife) return refuse('messages.expired')
  return null
}

function decideDiscard({ crisis, message, draft }: Writing): Decision {
  const discarded: Event = { type: 'messages.discarded', ...named(message, draft) }
  return accept(discarded, ...takeBack(crisis, message))
}

function decideCorrect(message: Message, { correction }: Of<'messages.correct'>): Decision {
  const last = message.versions.at(-1)
  if (last === undefined) return refuse('messages.not-published')
  if (message.draft !== null) return refuse('messages.correction-open')
  if (message.versions.length >= mostVersions) return refuse('messages.too-many')
  const { id, kind } = message
  const hash = contentHash({ message: id, kind, content: last.content, correction })
  return accept({
    type: 'messages.correctionOpened',
    message: id,
    title: last.content.title,
    correction,
    hash,
  })
}

function decideWithdraw(
  { crisis, message, context }: Omit<Writing, 'draft'>,
  { reason }: Of<'messages.withdraw'>,
): Decision {
  const last = message.versions.at(-1)
  if (last === undefined) return refuse('messages.not-published')
  const { installation, at } = context
  const { nature } = crisis.activation
  const facts = factsOf(last, { installation, nature, kind: message.kind })
  return accept(
    {
      type: 'messages.withdrawn',
      message: message.id,
      title: last.content.title,
      reason,
      alert: cancellationFacts(facts, installation, at),
    },
    ...retract(crisis.talkingpoints, message.id),
  )
}

/** What call takers may go on saying of a message whose latest text is no longer approved: what is out, or nothing. */
function takeBack({ talkingpoints }: Crisis, { id, kind, versions }: Message): readonly Event[] {
  const isSaid = talkingpoints.sections.some((section) => section.message === id)
  const out = versions.at(-1)
  if (!isSaid || out === undefined) return retract(talkingpoints, id)
  return issue(talkingpoints, { message: id, kind, hash: out.hash, content: out.content })
}

const lackRefusals: Readonly<Record<Lack, RefusalCode>> = {
  name: 'messages.installation-unnamed',
  address: 'messages.installation-unaddressed',
}

function named({ id }: Message, { content }: Draft) {
  return { message: id, title: content.title }
}

function nameOf(author: Draft['editedBy'], { standing }: Context): string {
  return author === 'system' ? author : (standing.people[author]?.name ?? '')
}
