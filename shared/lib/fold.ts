const isPlain = /^[ -~]*$/

/** For comparing and searching: no accents, no case, œ and æ opened (SQLite's own folding leaves them closed). */
export function fold(text: string): string {
  // Most names need none of it, and a list has thousands.
  if (isPlain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}
