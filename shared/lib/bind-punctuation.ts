/** French puts a space inside guillemets and before : ; ! ?: a line must not begin with the sign. */
export function bindPunctuation(sentence: string): string {
  return sentence.replaceAll(/ (?=[»:;!?])|(?<=«) /g, '\u00A0')
}
