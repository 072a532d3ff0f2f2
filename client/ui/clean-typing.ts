import type { ChangeEvent } from 'react'
import { useLanguage } from '#client/lib/language.ts'
import { sayPlace } from '#client/lib/unprintable-words.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/ui/words.ts'
import { cleanText, findUnprintable } from '#shared/lib/clean-text.ts'

/**
 * What a field holds after a change: what was pasted or dropped is cleaned at once, so that its author sees what will be kept,
 * and the caret stays where it is. A keyboard brings one character at a time, of which a later one may make sense: the
 * joiner of a Persian word stands before its next letter is there. The server cleans those.
 */
export function cleanTyping(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): string {
  const { target, nativeEvent } = event
  const typed = target.value
  const clean = isKeyboard(nativeEvent) ? typed : cleanText(typed)
  if (clean === typed) return typed
  const before = typed.slice(0, target.selectionStart ?? typed.length)
  target.value = clean
  // Fields of e-mail addresses have no caret to be put.
  if (target.selectionStart !== null) {
    const caret = cleanText(before).length
    target.setSelectionRange(caret, caret)
  }
  return clean
}

function isKeyboard(event: Event): boolean {
  return event instanceof InputEvent && /^insert(Text|CompositionText)$/.test(event.inputType)
}

/** What a text cannot be stored for, said under its field as it is typed; null when it can. */
export function useTextFault(label: string, text: string): string | null {
  const said = useWords(words)
  const language = useLanguage()
  const found = findUnprintable(text)
  return found === null ? null : said.unprintable(label, sayPlace(`${found.code} ${found.place}`, language))
}
