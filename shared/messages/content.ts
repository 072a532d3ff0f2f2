import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { cleanLine, cleanProse } from '#shared/lib/clean-text.ts'
import type { MessageId } from '#shared/lib/id.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { Content } from '#shared/messages/schema.ts'

export type Wording = Readonly<{
  message: MessageId
  kind: PublicKind
  content: Content
  /** What the public reads about what changed; null in a first version. */
  correction: string | null
}>

/**
 * Hex SHA-256 of everything the public will read, bound to the message it is said in. An approval names this hash:
 * change one character and it approves nothing.
 */
export function contentHash({ message, kind, content, correction }: Wording): string {
  const { title, what, instructions, where, body, nextPointAt, expiresAt } = content
  // An array has one order and JSON one spelling of it: the same text always gives the same bytes.
  const canonical = [
    message,
    kind,
    title,
    what,
    instructions,
    where,
    body,
    nextPointAt,
    expiresAt,
    correction,
  ]
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical))))
}

export const exercisePrefix = 'EXERCICE – '

/** In an exercise no title can lack the word, whoever wrote it and however it is passed on. */
function markExercise(content: Content): Content {
  return { ...content, title: exercisePrefix + withoutPrefix(content.title) }
}

export function withoutPrefix(title: string): string {
  return title.replace(/^\s*EXERCICE\s*[–—:-]*\s*/u, '')
}

/** The text as this crisis says it; the console foresees the hash with it. */
export function asSaid(content: Content, isExercise: boolean): Content {
  return isExercise ? markExercise(content) : content
}

/** What the edge makes of a typed text: cleaned, no blanks around, no empty instruction. Else the hash foreseen would differ. */
export function tidy(content: Content): Content {
  const { title, what, instructions, where, body } = content
  const place = cleanLine(where ?? '')
  return {
    ...content,
    title: cleanLine(title),
    what: cleanProse(what),
    instructions: instructions.map(cleanLine).filter((text) => text !== ''),
    where: place === '' ? null : place,
    body: cleanProse(body),
  }
}
