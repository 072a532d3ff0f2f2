import type { Commune } from '#shared/activation/commands.ts'
import type { Author, MessageId } from '#shared/lib/id.ts'
import type { PublicKind, TemplateKind } from '#shared/messages/kinds.ts'
import type { Content, Parts } from '#shared/messages/schema.ts'
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'

/** A standing text with blanks in braces: « Une crue touche {lieu} ». */
export type Template = Parts &
  Readonly<{
    id: string
    kind: TemplateKind
    /** How it is called in the list. */
    name: string
    /** Minutes from publication to the next point it proposes; null: none. */
    nextPointIn: number | null
    /** Null: nobody of this préfecture has read it yet. */
    reviewed: Signature | null
  }>
export type Templates = Readonly<Record<string, Template>>

type Signature = Readonly<{ by: Author; at: number }>

/** Where a text stands on its way to the public. */
export type Stage =
  | Readonly<{ is: 'drafting'; because: Reopened | null }>
  | Readonly<{ is: 'submitted' } & Signature>
  | Readonly<{ is: 'approved' } & Signature>

/** Why a text that had gone further is on the desk again. */
type Reopened =
  | Readonly<{ is: 'sentBack'; comment: string } & Signature>
  | Readonly<{ is: 'approvalVoided' } & Signature>

/** The text being worked on: a first version or a correction of what is out. */
export type Draft = Readonly<{
  /** Grows with each edit: whoever writes says which one they had before them. */
  revision: number
  content: Content
  correction: string | null
  hash: string
  draftedBy: Author
  editedBy: Author
  editedAt: number
  stage: Stage
}>

/** What went out, with the facts of that moment. */
export type Version = Readonly<{
  content: Content
  correction: string | null
  hash: string
  approved: Signature
  published: Signature
  /** The entry that let it out: what went out after what, also where the times run backwards. */
  seq: number
  /** The time that its alert bears, whatever is found of the clock afterwards. */
  sentAt: number
  communes: readonly Commune[]
  /** The crisis number this version gave to the public: only while the line was open. */
  contact: string | null
  /** Null: it went out in a release that kept none (alert-facts.ts). */
  alert: AlertFacts | null
}>

export type Message = Readonly<{
  id: MessageId
  kind: PublicKind
  /** The template it was begun from. */
  template: string | null
  createdAt: number
  /** Null: nothing is being written, what is out is all there is. */
  draft: Draft | null
  /** Oldest first. The public page shows each as it went out, so each is kept whole. */
  versions: readonly Version[]
  withdrawn: (Signature & Readonly<{ reason: string; sentAt: number; alert: AlertFacts | null }>) | null
}>

/**
 * Every message of the crisis. Bounded: a whole hurricane took 55 press releases (domain.md A.3), and texts are
 * bounded by their schema.
 */
export type Messages = Readonly<Record<MessageId, Message>>
export const mostMessages = 200
export const mostVersions = 12

export const noMessages: Messages = {}
