/*
 * Spaces at which a line must not break become U+00A0. This is a matter of showing: what is stored, compared, hashed or
 * searched keeps its spaces as they were typed.
 */

/** French puts a space inside guillemets and before : ; ! ?: a line must not begin with the sign. */
export function bindPunctuation(sentence: string): string {
  return sentence.replaceAll(/ (?=[»:;!?])|(?<=«) /g, '\u00A0')
}

/**
 * For people's eyes: also keeps a phone number on one line, a figure with its unit, and a dash off the
 * beginning of a line. What goes to machines and
 * spreadsheets is better served by `bindPunctuation`: whoever looks there for a number types plain spaces.
 */
export function bindSpaces(text: string): string {
  return bindPunctuation(text)
    .replaceAll(phone, (number) => number.replaceAll(' ', '\u00A0'))
    .replaceAll(beforeUnit, '\u00A0')
    .replaceAll(inTime, '\u00A0')
    .replaceAll(afterSign, '\u00A0')
    .replaceAll(beforeDash, '\u00A0')
}

// 8 cm, 90 km/h, 40 m³/s, 30 %
const beforeUnit = /(?<=\d) (?=(?:h|min|s|[mck]?m[²³]?|kg|t|ha|[lL]|°C|[%€])(?![\p{L}\p{N}]))/gu
// 18 h 30
const inTime = /(?<=\d[ \u00A0]h) (?=\d\d(?!\d))/gu
// n° 1
const afterSign = /(?<=n°) (?=\d)/giu
// Crue de l’Oise – Persan
const beforeDash = /(?<=\S) (?=[–—] )/gu

// How the French plan's nine digits are grouped (1 34 25 25 25, 800 130 000, 692 12 34 56) behind 0, +33 or 00 33.
const national = String.raw`(?:0 ?|(?:\+|00 ?)33 ?(?:\(0\) ?)?)[1-9](?:(?: \d\d){4}|\d\d(?: \d{3}){2}|\d\d(?: \d\d){3})`
// Every country groups in its own way. Nine digits at least: « +12 000 000 » is an amount.
const abroad = String.raw`\+(?=(?:[ ()]*\d){9})\d{1,3}(?: ?\(0\) ?\d{1,4})?(?: \d{1,4}){2,5}`
// Between other groups of digits it is a list: 01 02 03 04 05 06. The figures of « 7j/7 » and « 24 h/24 » are none.
const notBehind = String.raw`(?<![\p{L}\p{N}])(?<!(?<![\p{L}\p{N}/])\d{1,3} )`
const notBefore = String.raw`(?!\d| \d{2,3}(?!\d| ?[hH/]))`
const phone = new RegExp(`${notBehind}(?:${national}|${abroad})${notBefore}`, 'gu')
