/*
 * What becomes of a text that was typed or pasted, the same for the console, the server, telephone numbers and the public page.
 *
 * People paste from spreadsheets, PDF files, messengers and web pages, which leave marks that no one sees: they would change how a line
 * reads, split a word for the search, or be shown as a box. What can be taken out without changing what was said is taken out; what
 * joins an emoji or a Persian word stays. What then is left that no page can hold is refused, with its place.
 */

// Vertical tab is what a word processor writes for a line break without a paragraph.
const lineBreaks = /\r\n?|[\v\f\u2028\u2029]/g
// Soft hyphens, zero-width spaces, byte order marks, direction marks, overrides and isolates, annotations.
const unseen =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0001}]/gu
// Joiners belong between the parts of one emoji, and between letters of the scripts that are written joined.
const emojiJoin =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})/u
const letterJoin =
  /(?<=(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}])/u
const strayJoiners = new RegExp(`${emojiJoin.source}|${letterJoin.source}|([\\u200C\\u200D])`, 'gu')
// The flags of England, Scotland and Wales are a black flag and letters that are not seen; anywhere else such letters hide a text.
const tagLetters = /(?<=\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6})[\u{E0020}-\u{E007F}]|([\u{E0020}-\u{E007F}])/gu

// Latin letters, their punctuation and line feeds: most texts are nothing else, and hold nothing to take out.
const plain = /^[\n -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u201F\u2026\u20AC]*$/

/** Without what no one sees: tabs are spaces, line ends line feeds. Spaces and line feeds at either end stay. */
export function cleanText(text: string): string {
  if (plain.test(text)) return text
  return text
    .replaceAll(lineBreaks, '\n')
    .replaceAll(/\t+/g, ' ')
    .replaceAll(unseen, '')
    .replaceAll(strayJoiners, keepUnlessStray)
    .replaceAll(tagLetters, keepUnlessStray)
}

/** What is kept of a text of one line: cleaned, trimmed, its line feeds become spaces. */
export function cleanLine(text: string): string {
  const lines = cleanText(text).split('\n')
  return lines
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(' ')
}

/** What is kept of prose: cleaned and trimmed, with its line feeds. */
export function cleanProse(text: string): string {
  return cleanText(text).trim()
}

function keepUnlessStray(found: string, stray: string | undefined): string {
  return stray === undefined ? found : ''
}

/** Controls, halves of characters and what is no character: no page, feed or alert can hold them. */
const unprintable = /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u

export type Unprintable = Readonly<{
  /** As Unicode names it: `U+0007`. */
  code: string
  /** Which character of the text it is, as people count them: 1 is the first. */
  place: number
}>

/** The first character of a cleaned text that it may not hold; null for a text that can be taken. */
export function findUnprintable(text: string): Unprintable | null {
  const found = unprintable.exec(text)
  if (found === null) return null
  const point = found[0].codePointAt(0) ?? 0
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  return { code, place: Array.from(text.slice(0, found.index)).length + 1 }
}

/** A text that any page can hold, whatever it was: for what was stored by other rules than today's. */
export function printable(text: string): string {
  return cleanText(text).replaceAll(new RegExp(unprintable, 'gu'), '')
}
