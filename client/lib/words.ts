import { useLanguage, type Language } from '#client/lib/language.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

/**
 * The user-facing words of a feature, in French and English side by side: `client/<feature>/words.ts` holds
 * `export const words = defineWords({ fr: {…}, en: {…} })`. French is the original; English must have exactly its keys,
 * nested ones included, or the file does not compile. A value is a sentence, or a function that makes one.
 */
export type Words = Readonly<{ [key: string]: Sentence | Words }>
type Sentence = string | ((...given: never[]) => string)

/** The shape that French gives and English must fill: same keys, same parameters. */
type Same<W> = W extends string
  ? string
  : W extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof W]: Same<W[Key]> }

/** The words of a feature in each language; `Said` is the shape both have. */
export type Dictionary<Said> = Readonly<Record<Language, Said>>

export function defineWords<const W extends Words>(dictionary: {
  readonly fr: W
  readonly en: NoInfer<Same<W>>
}): Dictionary<Same<W>> {
  // French has its own shape by definition; the compiler cannot see through the recursive type.
  return { fr: bound(dictionary.fr), en: dictionary.en } as unknown as Dictionary<Same<W>>
}

/** With the spaces that French punctuation must not be parted by, also in what the functions will say. */
function bound(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, boundWord(word)]))
}

function boundWord(word: Sentence | Words): Sentence | Words {
  if (typeof word === 'string') return bindSpaces(word)
  return typeof word === 'function' ? (...given) => bindSpaces(word(...given)) : bound(word)
}

/** The words in the language of this person. */
export function useWords<Said>(dictionary: Dictionary<Said>): Said {
  return dictionary[useLanguage()]
}
