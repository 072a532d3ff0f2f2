import { consoleStore } from '#client/sync/console.ts'
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
function keyOf(message: MessageId): string {
  return `cip.writing.${consoleStore.getState().you?.person ?? ''}.${message}`
}

export function keepText(message: MessageId, writing: Writing | null): void {
  try {
    if (writing === null) sessionStorage.removeItem(keyOf(message))
    else sessionStorage.setItem(keyOf(message), JSON.stringify(writing))
  } catch {
    // Storage refused or full: the text still stands on the screen.
  }
}

export function keptText(message: MessageId): Writing | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(message)) ?? 'null') as Writing | null
  } catch {
    return null
  }
}
