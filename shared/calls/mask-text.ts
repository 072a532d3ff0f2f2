import type { Caller, Sought } from '#shared/calls/content.ts'
import { fold } from '#shared/lib/fold.ts'
import { maskNumbers } from '#shared/lib/mask-numbers.ts'

/*
 * Free text for readers without clearance: numbers lose all but their end, and the names that stand in the sheet's own
 * fields become initials wherever the text repeats them, whatever their accents and case. A person whom only the text
 * names stays readable: nothing can tell a name from a word there, and the guides say so.
 */

const word = /[\p{L}\p{M}\p{N}]+/gu

/** Parts of names that are everyday words or say how to address somebody: hiding them would only spoil the text. */
const ordinary = new Set(
  'al ben da de del des di do dos du el et la le les madame mademoiselle mlle mme monsieur mr un une van von y'.split(
    ' ',
  ),
)

/** Whom a sheet identifies by name. */
export function namesIn({
  caller,
  sought,
}: Readonly<{ caller: Caller | null; sought: Sought | null }>): readonly string[] {
  return [caller?.name, sought?.name].filter((name) => name !== undefined && name !== null)
}

export function maskText(text: string, names: readonly string[]): string {
  return masking(names)(text)
}

/** `maskText` for several texts that belong together. */
export function masking(names: readonly string[]): (text: string) => string {
  const hidden = new Set(names.flatMap(partsOf))
  const hide = (found: string) => (hidden.has(fold(found)) ? initialOf(found) : found)
  return (text) => {
    const masked = maskNumbers(text)
    return hidden.size === 0 ? masked : masked.replaceAll(word, hide)
  }
}

/** "Odile Garnier" becomes "O. G.". */
export function initials(name: string): string {
  return name
    .split(/[\s'’-]+/u)
    .filter((part) => part !== '')
    .map(initialOf)
    .join(' ')
}

function partsOf(name: string): readonly string[] {
  const parts = (name.match(word) ?? []).map(fold)
  return parts.filter((part) => part.length > 1 && !ordinary.has(part))
}

function initialOf(part: string): string {
  return `${part.match(/^./su)?.[0].toUpperCase() ?? ''}.`
}
