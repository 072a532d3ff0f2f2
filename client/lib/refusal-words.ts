import type { Language } from '#client/lib/language.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

/** A sentence that says why and what to do; `detail` is the name, step or limit that makes it precise. */
export type Reason = Readonly<Record<Language, string | ((detail: string) => string)>>

/** A feature's refusals: every code has its sentence, or the file does not compile. */
export type RefusalWords<Code extends string> = Readonly<Record<Code, Reason>>

export function sayReason(reason: Reason, detail: string | null, language: Language): string {
  const words = reason[language]
  const sentence = typeof words === 'string' ? words : words(detail ?? '')
  return language === 'fr' ? bindSpaces(sentence) : sentence
}
