import { defineWords } from '#client/lib/words.ts'
import type { Remark, RemarkCode } from '#shared/messages/lint.ts'

type Left = readonly Remark[]

/** What is left to do before a text may be submitted, beside the button that would. */
export const toDoWords = defineWords({
  fr: {
    toDo: 'Reste à faire :',
    inWords: (left: Left): string =>
      list(left, {
        names: french,
        blank: (name) => `« ${name} »`,
        blanks: (count) => `${count} blancs`,
      }),
  },
  en: {
    toDo: 'Left to do:',
    inWords: (left) =>
      list(left, { names: english, blank: (name) => `“${name}”`, blanks: (count) => `${count} blanks` }),
  },
})

type Names = Readonly<Partial<Record<RemarkCode, string>>>

const french: Names = {
  'title-missing': 'le titre',
  'what-missing': 'ce qui se passe',
  'next-point-past': 'l’heure du prochain point',
  'expiry-past': 'l’heure de fin',
}
const english: Names = {
  'title-missing': 'the title',
  'what-missing': 'what is happening',
  'next-point-past': 'the time of the next point',
  'expiry-past': 'the time it expires',
}

type Told = Readonly<{
  names: Names
  blank: (name: string) => string
  blanks: (count: number) => string
}>

/** Two blanks are named, more are counted: the place beside a button is short. */
function list(left: Left, { names, blank, blanks }: Told): string {
  const open = [
    ...new Set(left.filter(({ code }) => code === 'blank-left').map(({ detail }) => detail ?? '')),
  ]
  const parts = left.flatMap(({ code }) => names[code] ?? [])
  return [...parts, ...(open.length > 2 ? [blanks(open.length)] : open.map(blank))].join(', ')
}
