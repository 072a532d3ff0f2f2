import type { CorrectCall, LogCall } from '#shared/calls/commands.ts'
import type { Caller, Content, PersonalInput, Sought, Upward } from '#shared/calls/content.ts'
import { hasCaller, hasPart, type Draft } from '#client/calls/draft.ts'
import { second } from '#shared/lib/time.ts'

/** Where a draft is not yet a sheet; the words are in `words.ts`. */
export type Problem =
  | 'startedAt'
  | 'reason'
  | 'outcome'
  | 'phone'
  | 'phoneMissing'
  | 'dueAt'
  | 'soughtName'
  | 'upwardFact'
  | 'upwardPlace'

export type Recorded =
  | Readonly<{ ok: true; command: LogCall | CorrectCall }>
  | Readonly<{ ok: false; problem: Problem }>

/** @param phone the caller's number in E.164, null when none was typed, `'unreadable'` when it is no number */
type Reading = Readonly<{ phone: string | null; now: number }>

/** The command that a draft amounts to, or the first thing that is missing. */
export function recordDraft(draft: Draft, { phone, now }: Reading): Recorded {
  const { reason, outcome } = draft
  if (reason === null) return { ok: false, problem: 'reason' }
  if (outcome === null) return { ok: false, problem: 'outcome' }
  const problem = findProblem(draft, phone)
  if (problem !== null) return { ok: false, problem }
  const content = contentOf({ ...draft, reason, outcome }, now)
  const personal = personalOf(draft, phone)
  const callback = hasPart(draft, 'callback') && draft.dueAt !== null ? { dueAt: draft.dueAt } : null
  if (draft.corrects === null) {
    const { linkedTo, urgent } = draft
    return { ok: true, command: { type: 'calls.log', content, callback, linkedTo, urgent, personal } }
  }
  const { sheet, revision } = draft.corrects
  return { ok: true, command: { type: 'calls.correct', sheet, revision, content, callback, personal } }
}

/** In the order in which the hand meets them. */
const findings = [
  'phone',
  'phoneMissing',
  'dueAt',
  'soughtName',
  'upwardFact',
  'upwardPlace',
  'startedAt',
] as const

function findProblem(draft: Draft, phone: string | null): Problem | null {
  const { startedAt, isFromPaper, dueAt, sought, upward } = draft
  const isPromised = hasPart(draft, 'callback')
  const problems: Readonly<Record<Exclude<Problem, 'reason' | 'outcome'>, boolean>> = {
    startedAt: isFromPaper && startedAt === null,
    phone: phone === 'unreadable',
    phoneMissing: isPromised && phone === null,
    dueAt: isPromised && dueAt === null,
    soughtName: hasPart(draft, 'sought') && textOf(sought.name) === null,
    upwardFact: hasPart(draft, 'upward') && textOf(upward.fact) === null,
    upwardPlace: hasPart(draft, 'upward') && textOf(upward.place) === null,
  }
  return findings.find((problem) => problems[problem]) ?? null
}

type Answered = Draft & Pick<Content, 'reason' | 'outcome'>

function contentOf(draft: Answered, now: number): Content {
  const startedAt = draft.startedAt ?? now
  const running = draft.isFromPaper || draft.corrects !== null ? null : Math.round((now - startedAt) / second)
  const { channel, reason, commune, outcome, urgency, callerStatus } = draft
  return {
    startedAt,
    seconds: draft.seconds ?? running,
    channel,
    reason,
    commune,
    outcome,
    urgency,
    callerStatus,
    redirectedTo: textOf(draft.redirectedTo),
    upward: hasPart(draft, 'upward') ? upwardOf(draft) : null,
  }
}

function upwardOf({ upward }: Draft): Upward {
  return { ...upward, fact: upward.fact.trim(), place: upward.place.trim() }
}

/** Null when nobody is named and nothing is written: such a sheet needs no key. */
function personalOf(draft: Draft, phone: string | null): PersonalInput | null {
  const personal: PersonalInput = {
    caller: hasCaller(draft) ? callerOf(draft, phone) : null,
    sought: hasPart(draft, 'sought') ? soughtOf(draft) : null,
    note: textOf(draft.note),
    request: textOf(draft.request),
    answer: textOf(draft.answer),
  }
  return Object.values(personal).every((value) => value === null) ? null : personal
}

function callerOf({ caller }: Draft, phone: string | null): Caller | null {
  const { name, address, language, relation } = caller
  const said: Caller = {
    name: textOf(name),
    phone,
    address: textOf(address),
    language: textOf(language),
    relation: textOf(relation),
  }
  return Object.values(said).every((value) => value === null) ? null : said
}

function soughtOf({ sought }: Draft): Sought {
  const { name, sex, status, ...others } = sought
  return {
    name: name.trim(),
    sex,
    status,
    bornOrAge: textOf(others.bornOrAge),
    nationality: textOf(others.nationality),
    relation: textOf(others.relation),
    lastContact: textOf(others.lastContact),
    description: textOf(others.description),
    declaredElsewhere: textOf(others.declaredElsewhere),
  }
}

function textOf(typed: string): string | null {
  const text = typed.trim()
  return text === '' ? null : text
}
