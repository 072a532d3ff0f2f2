import type { CorrectCall, LogCall } from '#shared/calls/commands.ts'
import type { Content, PersonalInput } from '#shared/calls/content.ts'
import type { Commune } from '#shared/activation/commands.ts'
import type { CallerStatus, Outcome, Urgency } from '#shared/calls/outcomes.ts'
import type { Reason, Theme } from '#shared/calls/reasons.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { themeOf } from '#shared/calls/reasons.ts'
import type { CommandId, CrisisId, PersonId, SheetId, UrgentId } from '#shared/lib/id.ts'

/** What opens in place under the quick sheet. */
export const parts = ['caller', 'sought', 'upward', 'callback', 'details'] as const
export type Part = (typeof parts)[number]

/** A sheet being written: everything as typed, so that a reload in the middle of a word loses nothing. */
export type Draft = Readonly<{
  /** The command's id to come, hence the sheet's: it is told to nobody before. */
  id: CommandId & SheetId
  crisis: CrisisId
  person: PersonId
  madeAt: number
  /** The sheet and the version that this corrects; null for a new one. */
  corrects: Readonly<{ sheet: SheetId; revision: number }> | null
  /** Start of the call; null until the first key or the start key. */
  startedAt: number | null
  /** Length of the call; null while it runs, and for what is typed in from paper. */
  seconds: number | null
  /** The start was typed by hand: nobody timed the call. */
  isFromPaper: boolean
  theme: Theme | null
  reason: Reason | null
  commune: Commune | null
  outcome: Outcome | null
  channel: Content['channel']
  urgency: Urgency
  callerStatus: CallerStatus | null
  redirectedTo: string
  note: string
  request: string
  answer: string
  opened: readonly Part[]
  caller: Readonly<Record<'name' | 'phone' | 'address' | 'language' | 'relation', string>>
  sought: Readonly<
    Record<
      'name' | 'bornOrAge' | 'nationality' | 'relation' | 'lastContact' | 'description' | 'declaredElsewhere',
      string
    > & {
      sex: 'female' | 'male' | null
      status: 'open' | 'locatedByCaller' | 'forwarded'
    }
  >
  upward: Readonly<{ fact: string; place: string; seenAt: number | null; firstHand: boolean }>
  dueAt: number | null
  linkedTo: SheetId | null
  /** The emergency raised while it was written. */
  urgent: UrgentId | null
}>

const noCaller = { name: '', phone: '', address: '', language: '', relation: '' }
const noSought: Draft['sought'] = {
  name: '',
  bornOrAge: '',
  nationality: '',
  relation: '',
  lastContact: '',
  description: '',
  declaredElsewhere: '',
  sex: null,
  status: 'open',
}
const noUpward = { fact: '', place: '', seenAt: null, firstHand: true }

export type Owner = Pick<Draft, 'id' | 'crisis' | 'person' | 'madeAt'>

export function emptyDraft(owner: Owner): Draft {
  return {
    ...owner,
    corrects: null,
    startedAt: null,
    seconds: null,
    isFromPaper: false,
    theme: null,
    reason: null,
    commune: null,
    outcome: null,
    channel: 'phone',
    urgency: 'normal',
    callerStatus: null,
    redirectedTo: '',
    note: '',
    request: '',
    answer: '',
    opened: [],
    caller: noCaller,
    sought: noSought,
    upward: noUpward,
    dueAt: null,
    linkedTo: null,
    urgent: null,
  }
}

/** A sheet on the table again, whole. It must be unmasked: what is recorded replaces what was there. */
export function draftOf(sheet: Sheet, owner: Owner): Draft {
  const { id, revision } = sheet
  return { ...filledDraft(sheet, owner), corrects: { sheet: id, revision } }
}

/** What was said once, to be said again: a sheet or a correction that was refused. */
export function draftFrom(said: LogCall | CorrectCall, owner: Owner): Draft {
  const { callback } = said
  const named =
    said.type === 'calls.log'
      ? { linkedTo: said.linkedTo, urgent: said.urgent }
      : { corrects: { sheet: said.sheet, revision: said.revision } }
  const draft = { ...filledDraft(said, owner), ...named }
  return callback === null ? draft : { ...withPart(draft, 'callback'), dueAt: callback.dueAt }
}

const nobody: PersonalInput = { caller: null, sought: null, note: null, request: null, answer: null }

type Said = Readonly<{ content: Content; personal: PersonalInput | null }>

function filledDraft({ content, personal }: Said, owner: Owner): Draft {
  const { note, request, answer, caller, sought } = personal ?? nobody
  return {
    ...emptyDraft(owner),
    ...content,
    theme: themeOf(content.reason),
    redirectedTo: content.redirectedTo ?? '',
    note: note ?? '',
    request: request ?? '',
    answer: answer ?? '',
    caller: filled(noCaller, caller),
    sought: filled(noSought, sought),
    upward: content.upward ?? noUpward,
    opened: openedBy({ content, personal }),
  }
}

function openedBy({ content, personal }: Said): readonly Part[] {
  const holds: Readonly<Record<Part, boolean>> = {
    caller: (personal?.caller ?? null) !== null,
    sought: (personal?.sought ?? null) !== null,
    upward: content.upward !== null,
    callback: false,
    details: isDetailed({ content, personal }),
  }
  return parts.filter((part) => holds[part])
}

function isDetailed({ content, personal }: Said): boolean {
  const { channel, urgency, callerStatus, redirectedTo } = content
  const texts = [callerStatus, redirectedTo, personal?.request ?? null, personal?.answer ?? null]
  return channel !== 'phone' || urgency !== 'normal' || texts.some((text) => text !== null)
}

/** A form has no null text: an absent field is an empty one. */
function filled<T extends object>(blank: T, given: Readonly<Partial<Record<keyof T, unknown>>> | null): T {
  if (given === null) return blank
  const known = Object.entries(given).filter(([key, value]) => key in blank && value !== null)
  return { ...blank, ...Object.fromEntries(known) }
}

/** Without what it says of whoever called or is looked for. */
export function withoutPeople(draft: Draft): Draft {
  return { ...draft, note: '', request: '', answer: '', caller: noCaller, sought: noSought }
}

/** Nothing worth keeping has been entered yet. */
export function isBlank(draft: Draft): boolean {
  const { theme, commune, outcome, note, request, answer, opened, corrects, linkedTo, urgent } = draft
  const chosen = [theme, commune, outcome, corrects, linkedTo, urgent].some((value) => value !== null)
  return !chosen && opened.length === 0 && note + request + answer === ''
}

export function hasPart({ opened }: Draft, part: Part): boolean {
  return opened.includes(part)
}

/** Whether who called is recorded: described on purpose, or to be called back. */
export function hasCaller(draft: Draft): boolean {
  return hasPart(draft, 'caller') || hasPart(draft, 'callback')
}

/** A closed part is not recorded; what was typed in it comes back when it is opened again. */
export function togglePart(draft: Draft, part: Part): Draft {
  return hasPart(draft, part) ? withoutPart(draft, part) : withPart(draft, part)
}

/** With the part open. What is passed up happened where the call is about, until its author says otherwise. */
export function withPart(draft: Draft, part: Part): Draft {
  const { opened, upward, commune } = draft
  const isPlaced = part !== 'upward' || upward.place !== '' || commune === null
  return {
    ...draft,
    opened: [...new Set([...opened, part])],
    upward: isPlaced ? upward : { ...upward, place: commune.name },
  }
}

/** A number that was typed for a promise is not lost with it. */
function withoutPart(draft: Draft, part: Part): Draft {
  const opened = draft.opened.filter((other) => other !== part)
  const closed = { ...draft, opened }
  const isNamed = draft.caller.phone + draft.caller.name !== ''
  return part === 'callback' && isNamed ? withPart(closed, 'caller') : closed
}

/** What an outcome makes necessary. */
const partFor: Readonly<Partial<Record<Outcome, Part>>> = {
  callbackPromised: 'callback',
  questionOpened: 'callback',
  escalated: 'upward',
}

/** With what the outcome asks for open; what only another outcome asked for closes, unless it was answered. */
export function withOutcome(draft: Draft, outcome: Outcome): Draft {
  const { dueAt, upward } = draft
  const asked = draft.outcome === null ? undefined : partFor[draft.outcome]
  const isAnswered = asked === 'callback' ? dueAt !== null : upward.fact !== ''
  const needed = partFor[outcome]
  const kept =
    asked === undefined || asked === needed || isAnswered || !hasPart(draft, asked)
      ? draft
      : withoutPart(draft, asked)
  return { ...(needed === undefined ? kept : withPart(kept, needed)), outcome }
}

/** The place of what is passed up goes with the commune it was taken from. */
export function withCommune(draft: Draft, commune: Commune | null): Draft {
  const { upward } = draft
  const isTaken = hasPart(draft, 'upward') && ['', draft.commune?.name].includes(upward.place)
  return {
    ...draft,
    commune,
    upward: isTaken ? { ...upward, place: commune?.name ?? '' } : upward,
  }
}
