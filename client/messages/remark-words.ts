import { defineWords } from '#client/lib/words.ts'

/** What the linter remarks, in a sentence that says what to do. `detail` is the words at fault, or a figure. */
export const remarkWords = defineWords({
  fr: {
    'title-missing': () => 'Donnez un titre.',
    'what-missing': () => 'Dites ce qui se passe.',
    'blank-left': (detail: string) => `Blanc à remplir : ${detail}.`,
    'next-point-past': () => 'Cette heure est passée.',
    'expiry-past': () => 'Cette heure est passée.',
    'who-missing': () => 'Qui parle ? Citez la préfecture.',
    'where-missing': () => 'Dites où.',
    'since-missing': () => 'Dites depuis quand.',
    'instructions-missing': () => 'Dites quoi faire.',
    'next-point-missing': () => 'Promettez un prochain point : le public attend moins mal.',
    'too-long': (detail: string) => `Trop long de ${detail} caractères.`,
    'too-many-instructions': (detail: string) => `${detail} consignes : gardez-en trois.`,
    'long-sentence': (detail: string) => `Phrase de plus de 25 mots : « ${detail} »`,
    'vague-time': (detail: string) => `« ${detail} » : donnez une heure.`,
    'unknown-phone': (detail: string) =>
      `${detail} n’est ni le numéro de crise ni un numéro d’urgence : vérifiez.`,
    'exercise-in-real': () => 'Le mot « exercice » dans une crise réelle : vérifiez.',
  },
  en: {
    'title-missing': () => 'Give a title.',
    'what-missing': () => 'Say what is happening.',
    'blank-left': (detail) => `Blank to fill: ${detail}.`,
    'next-point-past': () => 'This time has passed.',
    'expiry-past': () => 'This time has passed.',
    'who-missing': () => 'Who speaks? Name the préfecture.',
    'where-missing': () => 'Say where.',
    'since-missing': () => 'Say since when.',
    'instructions-missing': () => 'Say what to do.',
    'next-point-missing': () => 'Promise a next point: waiting is easier.',
    'too-long': (detail) => `${detail} characters too long.`,
    'too-many-instructions': (detail) => `${detail} instructions: keep three.`,
    'long-sentence': (detail) => `A sentence of more than 25 words: “${detail}”`,
    'vague-time': (detail) => `“${detail}”: give a time.`,
    'unknown-phone': (detail) => `${detail} is neither the crisis number nor an emergency number: check it.`,
    'exercise-in-real': () => 'The word “exercice” in a real crisis: check it.',
  },
})
