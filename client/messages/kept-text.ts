import { readSealed, writeSealed } from '#client/lib/sealed-session.ts'
import type { MessageId } from '#shared/lib/id.ts'
import type { Content } from '#shared/messages/schema.ts'

/** What someone is writing and has not saved: the text, the blanks filled so far, and what it rests on. */
export type Writing = Readonly<{
  /** The revision it rests on, and that revision's hash. */
  basedOn: number
  baseHash: string
  text: Content
  values: Readonly<Record<string, string>>
  correction: string
}>

// A reload in the middle of a sentence, in a crisis, must not cost the sentence. Gone with the tab, and its
// author’s alone: whoever signs in after them does not find it.
function nameOf(message: MessageId): string {
  return `writing.${message}`
}

export function keepText(message: MessageId, writing: Writing | null): void {
  try {
    writeSealed(nameOf(message), writing)
  } catch {
    // Storage refused or full: the text still stands on the screen.
  }
}

export function keptText(message: MessageId): Writing | null {
  return readSealed(nameOf(message)) as Writing | null
}
