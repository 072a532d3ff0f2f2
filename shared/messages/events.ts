import type { Commune } from '#shared/activation/commands.ts'
import type { MessageId } from '#shared/lib/id.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { Template } from '#shared/messages/state.ts'
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'

type TemplateSaved = Readonly<{ type: 'messages.templateSaved'; template: Omit<Template, 'reviewed'> }>
type TemplateRemoved = Readonly<{ type: 'messages.templateRemoved'; template: string; name: string }>

type Drafted = Readonly<{
  type: 'messages.drafted'
  message: MessageId
  kind: PublicKind
  template: string | null
  content: Content
  hash: string
}>
type Edited = Readonly<{
  type: 'messages.edited'
  message: MessageId
  revision: number
  content: Content
  correction: string | null
  hash: string
}>
type Submitted = Readonly<{ type: 'messages.submitted'; message: MessageId; title: string; hash: string }>
type Approved = Readonly<{ type: 'messages.approved'; message: MessageId; title: string; hash: string }>
type SentBack = Readonly<{ type: 'messages.sentBack'; message: MessageId; title: string; comment: string }>
/** An edit came after the approval: the text that was approved is no longer the text. */
type ApprovalVoided = Readonly<{
  type: 'messages.approvalVoided'
  message: MessageId
  title: string
  hash: string
}>
/** Out on the public page, with the facts of this moment: later changes of the crisis do not rewrite it. */
type Published = Readonly<{
  type: 'messages.published'
  message: MessageId
  title: string
  /** 1 for the first, then one per published correction. */
  version: number
  hash: string
  communes: readonly Commune[]
  contact: string | null
  nextPointAt: number | null
  /** Null: from a release that kept none (alert-facts.ts). */
  alert: AlertFacts | null
}>
/** Work on a correction began, from the published text. What is out stays out until the correction replaces it. */
type CorrectionOpened = Readonly<{
  type: 'messages.correctionOpened'
  message: MessageId
  title: string
  correction: string
  hash: string
}>
type Withdrawn = Readonly<{
  type: 'messages.withdrawn'
  message: MessageId
  title: string
  reason: string
  alert: AlertFacts | null
}>
/** A draft was given up: a message never published disappears, a published one keeps what is out. */
type Discarded = Readonly<{ type: 'messages.discarded'; message: MessageId; title: string }>

export type MessagesEvent =
  | TemplateSaved
  | TemplateRemoved
  | Drafted
  | Edited
  | Submitted
  | Approved
  | SentBack
  | ApprovalVoided
  | Published
  | CorrectionOpened
  | Withdrawn
  | Discarded
