/**
 * What a command asked for, kept so that its id is recognised with its words: other words under a known id are refused
 * instead of being answered with an outcome that is not theirs (docs/adr/0016-a-commands-id.md).
 *
 *     digest   HMAC-SHA-256 of the parsed command, under a key derived from the master key
 *     intent   the digest; where the command's entries seal personal data, HMAC-SHA-256 of their salts under that digest
 *
 * The intent stands in the body of the command's first entry, each salt in the sealed part of its own. A telephone
 * number has few digits: whoever holds the master key could find it from a digest by trying them all. Once the key of one subject
 * is destroyed a salt is missing, and nobody can compare or try any more.
 */
import { createHmac, hkdfSync, type KeyObject, randomUUID } from 'node:crypto'
import type { Envelope } from '#shared/command.ts'
import type { Draft, Entry } from '#shared/journal/entry.ts'
import { canonical, canonicalPieces } from '#shared/lib/canonical.ts'
import type { Sealable } from '#server/journal/port.ts'
import { Hmac } from '#server/lib/hmac.ts'

/** 128 bits: enough to tell commands apart, and short in every entry's body. */
const digestSize = 16

export class Intents {
  readonly #key: Buffer
  readonly #hmac: Hmac

  constructor(masterKey: KeyObject) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'cip command digest', 32))
    this.#hmac = new Hmac(this.#key)
  }

  /** The same for the same parsed command in the same crisis, whatever the order of its fields. */
  digestOf({ crisis, command }: Envelope): string {
    return shortened(this.#hmac.of(canonical([crisis, command])))
  }

  /** `digestOf` in steps, for a long list: its lines are the third level. */
  *digestSteps({ crisis, command }: Envelope): Generator<void, string> {
    const made = createHmac('sha256', this.#key)
    for (const piece of canonicalPieces([crisis, command], 3)) yield void made.update(piece)
    return shortened(made.digest())
  }
}

/** A command's drafts, the first with its intent, those with personal data each with a salt. */
export function withIntent(drafts: readonly Draft[], digest: string): readonly Draft[] {
  const all = drafts.map(salted)
  const [first, ...others] = all
  if (first === undefined) return []
  const salts = saltsOf(all)
  return [{ ...first, intent: { digest: saltedBy(digest, salts), salts: salts.length } }, ...others]
}

/** With a salt where personal data is sealed; one that was given stays. */
export function salted<T extends Sealable>(draft: T): T {
  return draft.salt === undefined && isSealed(draft) ? { ...draft, salt: randomUUID() } : draft
}

/** Whether these entries came of a command with this digest; null when that can no longer be told, or was never noted. */
export function isIntentOf(entries: readonly Entry[], digest: string): boolean | null {
  const intent = entries[0]?.intent
  const salts = saltsOf(entries)
  if (intent === undefined || intent.salts !== salts.length) return null
  return intent.digest === saltedBy(digest, salts)
}

function isSealed({ event }: Sealable): boolean {
  return 'personal' in event && event.personal !== null
}

function saltsOf(drafts: readonly Draft[]): readonly string[] {
  return drafts.flatMap(({ salt }) => salt ?? [])
}

function saltedBy(digest: string, salts: readonly string[]): string {
  return salts.length === 0 ? digest : shortened(new Hmac(Buffer.from(digest)).of(salts.join(' ')))
}

function shortened(digest: Buffer): string {
  return digest.toString('base64url', 0, digestSize)
}
