import type { MessageId, PersonId } from '#shared/lib/id.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'

/** What may be said of one subject: the approved text of one message. */
export type Wording = Readonly<{
  message: MessageId
  kind: PublicKind
  /** The text that was approved (`contentHash`). */
  hash: string
  title: string
  /** What, where, and the prose. */
  text: string
  /** What people should do, one sentence each. */
  points: readonly string[]
  nextPointAt: number | null
}>

export type Section = Wording &
  Readonly<{
    at: number
    /** The version of the talking points that brought it. */
    issuedIn: number
    /** What it said before, so that the change can be shown; null when it is new as a whole. */
    before: Readonly<{ text: string; points: readonly string[] }> | null
  }>

export type Change = 'issued' | 'retracted' | 'forbidden'

/** Éléments de langage: one numbered sheet that every call taker reads from, whole, in its latest version only. */
export type TalkingPoints = Readonly<{
  /** 0 until a first text is approved. */
  version: number
  /** Newest first. */
  sections: readonly Section[]
  /** Statements not to make. */
  forbidden: readonly string[]
  /** The version that brought the present list of forbidden statements; 0: none was ever written. */
  forbiddenIn: number
  /** The last changes, newest first: titles only, an earlier wording must not be read out by accident. */
  history: readonly Readonly<{ version: number; at: number; change: Change; title: string | null }>[]
  /** The latest version each person has acknowledged. */
  acks: Readonly<Record<PersonId, Readonly<{ version: number; at: number }>>>
}>

/** A call taker cannot search more than this while speaking; the oldest subject leaves first. */
export const mostSections = 30
export const mostHistory = 20

export const noTalkingPoints: TalkingPoints = {
  version: 0,
  sections: [],
  forbidden: [],
  forbiddenIn: 0,
  history: [],
  acks: {},
}
