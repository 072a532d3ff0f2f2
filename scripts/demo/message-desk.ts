import { minute, second } from '#shared/lib/time.ts'
import { statusOf, toApprove } from '#shared/messages/select.ts'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'
import type { Desk } from './actor.ts'
import { contentAt, texts } from './texts.ts'

/** Between two new texts, once the first ones are out. */
const rhythm = 90 * second
const urgentTexts = 2

/** The communication desk: publishes what is approved, submits what is drafted, writes the next text. */
export function write({ console, now }: Desk, crisis: Crisis): Promise<unknown> {
  const mine = Object.values(crisis.messages).filter(({ draft }) => draft?.draftedBy === console.you.person)
  const approved = mine.find((message) => statusOf(message) === 'approved')
  if (approved?.draft) {
    return console.submit({ type: 'messages.publish', message: approved.id, hash: approved.draft.hash })
  }
  const drafted = mine.find((message) => statusOf(message) === 'drafting')
  if (drafted?.draft) {
    return console.submit({ type: 'messages.submit', message: drafted.id, hash: drafted.draft.hash })
  }
  const text = texts[countOf(crisis)]
  if (mine.length > 0 || text === undefined || !isTime(crisis, now())) return Promise.resolve()
  const { kind, template } = text
  return console.submit({ type: 'messages.draft', kind, template, content: contentAt(text, now()) })
}

/** The approver: reads for a moment, then approves the oldest text that waits. */
export function approve({ console, now }: Desk, { messages }: Crisis): Promise<unknown> {
  const next = toApprove(messages).find((message) => hasWaited(message, now()))
  if (next === undefined || next.draft === null) return Promise.resolve()
  console.doing('messages', [`message:${next.id}`])
  return console.submit({ type: 'messages.approve', message: next.id, hash: next.draft.hash })
}

function hasWaited({ draft }: Message, now: number): boolean {
  return draft?.stage.is === 'submitted' && draft.stage.at + 12 * second < now
}

/** Texts of the exercise that exist, in whatever state. */
function countOf({ messages }: Crisis): number {
  return Object.keys(messages).length
}

function isTime(crisis: Crisis, now: number): boolean {
  const count = countOf(crisis)
  if (count < urgentTexts) return count === 0 || crisis.activation.lineOpenedAt !== null
  const last = Math.max(...Object.values(crisis.messages).map(({ createdAt }) => createdAt))
  return now - last > (count < 5 ? rhythm : 4 * minute)
}
