import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { MessageId } from '#shared/lib/id.ts'
import { line, prose } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'

/** The parts of a text, as a template leaves them to be filled and as the public reads them. Empty: not written yet. */
export const parts = {
  // Long enough for the exercise prefix before a title of the length the linter advises.
  title: line(140, 0),
  what: prose(800, 0),
  instructions: z.array(line(200)).max(6),
  where: line(300).nullable(),
  body: prose(6_000, 0),
}

export const Content = z.object({
  ...parts,
  /** The next point, as the public is promised it. Null: none is promised. */
  nextPointAt: Instant.nullable(),
  /** From when on the text no longer stands. Null: until replaced. */
  expiresAt: Instant.nullable(),
})
export type Content = Readonly<z.infer<typeof Content>>

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
export function markExercise(content: Content): Content {
  return { ...content, title: exercisePrefix + withoutPrefix(content.title) }
}

export function withoutPrefix(title: string): string {
  return title.replace(/^\s*EXERCICE\s*[–—:-]*\s*/u, '')
}
