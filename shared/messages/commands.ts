import { z } from 'zod'
import { Key } from '#shared/lib/key.ts'
import { MessageId } from '#shared/lib/id.ts'
import { line } from '#shared/lib/text.ts'
import { Content, parts, PublicKind, TemplateKind } from '#shared/messages/schema.ts'

const TemplateId = Key
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const reason = line(300)
const message = MessageId

/** Standing command: writes a template, or says that it was read and still holds. `template` null makes a new one. */
const SaveTemplate = z.object({
  type: z.literal('messages.saveTemplate'),
  template: TemplateId.nullable(),
  kind: TemplateKind,
  name: line(80),
  ...parts,
  nextPointIn: z.int().min(5).max(1_440).nullable(),
})
const RemoveTemplate = z.object({ type: z.literal('messages.removeTemplate'), template: TemplateId })
export const TemplatesCommand = z.discriminatedUnion('type', [SaveTemplate, RemoveTemplate])
export type TemplatesCommand = Readonly<z.infer<typeof TemplatesCommand>>

/** Its own id becomes the message's. */
const Draft = z.object({
  type: z.literal('messages.draft'),
  kind: PublicKind,
  template: TemplateId.nullable(),
  content: Content,
})
const Edit = z.object({
  type: z.literal('messages.edit'),
  message,
  /** The revision its author had before them. */
  basedOn: z.int().min(1),
  content: Content,
  correction: reason.nullable(),
})
/** `hash` says which text is meant: what is on the screen, not what another has written meanwhile. */
const Submit = z.object({ type: z.literal('messages.submit'), message, hash: Hash })
const Approve = z.object({ type: z.literal('messages.approve'), message, hash: Hash })
const SendBack = z.object({ type: z.literal('messages.sendBack'), message, comment: line(1_000) })
const Publish = z.object({ type: z.literal('messages.publish'), message, hash: Hash })
const Correct = z.object({ type: z.literal('messages.correct'), message, correction: reason })
const Withdraw = z.object({ type: z.literal('messages.withdraw'), message, reason })
const Discard = z.object({ type: z.literal('messages.discard'), message })

export const messagesCommands = [
  Draft,
  Edit,
  Submit,
  Approve,
  SendBack,
  Publish,
  Correct,
  Withdraw,
  Discard,
] as const
const MessagesCommand = z.discriminatedUnion('type', messagesCommands)
export type MessagesCommand = Readonly<z.infer<typeof MessagesCommand>>
