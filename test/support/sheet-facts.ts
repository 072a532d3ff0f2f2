import type { Content, Personal } from '#shared/calls/content.ts'
import type { Draft } from '#shared/journal/entry.ts'
import { CrisisId, type CommandId } from '#shared/lib/id.ts'
import { commandId, personId, sheetId, t0 } from './drafts.ts'

export const crisis = CrisisId.parse(commandId(1))
export const alice = personId(1)
export const bob = personId(2)

const quick: Content = {
  startedAt: t0,
  seconds: 90,
  channel: 'phone',
  reason: 'mobility.roadClosed',
  commune: { code: '95487', name: 'Persan' },
  outcome: 'answered',
  urgency: 'normal',
  callerStatus: null,
  redirectedTo: null,
  upward: null,
}

const nobody: Personal = {
  caller: null,
  sought: null,
  note: null,
  request: null,
  answer: null,
  callbackNote: null,
}

/** Odile Garnier, 06 12 34 56 78, asks for the bridge. */
export const odile: Partial<Personal> = {
  caller: {
    name: 'Odile Garnier',
    phone: '+33612345678',
    address: '4 rue du Port, Persan',
    language: null,
    relation: null,
  },
  request: 'Le pont de l’Oise est-il fermé ?',
}

export type SheetGiven = Readonly<{
  content?: Partial<Content>
  personal?: Partial<Personal> | null
  by?: typeof alice
}>

/** The fact that sheet `n` was logged, `n` seconds after Monday morning. */
export function logged(n: number, { content = {}, personal = null, by = alice }: SheetGiven = {}): Draft {
  return draft(n, by, {
    type: 'calls.logged',
    subject: sheetId(n),
    content: { ...quick, startedAt: t0 + n * 1_000, ...content },
    talkingPoints: 0,
    callback: null,
    linkedTo: null,
    urgent: null,
    sealed: personal !== null,
    personal: personal === null ? null : { ...nobody, ...personal },
  })
}

/** The fact that sheet `of` was corrected, by command `n`. */
export function corrected(
  n: number,
  of: Draft,
  { content: changed = {}, personal = null }: SheetGiven,
): Draft {
  if (of.event.type !== 'calls.logged') throw new TypeError('not a sheet')
  const { subject, content, talkingPoints, sealed } = of.event
  return draft(n, bob, {
    type: 'calls.corrected',
    subject,
    facts: {
      id: subject,
      by: of.by,
      loggedAt: of.at,
      revision: 2,
      corrected: { by: bob, at: t0 + n * 1_000 },
      content: { ...content, ...changed },
      talkingPoints,
      callback: null,
      links: [],
      sealed,
    },
    was: content,
    personal: personal === null ? null : { ...nobody, ...personal },
  })
}

export function draft(n: number, by: Draft['by'], event: Draft['event']): Draft {
  const command: CommandId = commandId(n)
  return { at: t0 + n * 1_000, by, crisis, command, event }
}
