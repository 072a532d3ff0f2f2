import { withoutPrefix } from '#shared/messages/content.ts'
import type { Content } from '#shared/messages/schema.ts'
import { blanksIn } from '#shared/messages/template.ts'

/** What a text should be before the public reads it (domain.md 3.7): remarks for its author, some of which block. */

export type Part = 'title' | 'what' | 'instructions' | 'where' | 'body' | 'nextPointAt' | 'expiresAt'

const remarks = {
  'title-missing': { blocking: true },
  'what-missing': { blocking: true },
  'blank-left': { blocking: true },
  'next-point-past': { blocking: true },
  'expiry-past': { blocking: true },
  'who-missing': { blocking: false },
  'where-missing': { blocking: false },
  'since-missing': { blocking: false },
  'instructions-missing': { blocking: false },
  'next-point-missing': { blocking: false },
  'too-long': { blocking: false },
  'too-many-instructions': { blocking: false },
  'long-sentence': { blocking: false },
  'vague-time': { blocking: false },
  'unknown-phone': { blocking: false },
  'exercise-in-real': { blocking: false },
} as const

export type RemarkCode = keyof typeof remarks

export type Remark = Readonly<{
  code: RemarkCode
  part: Part
  /** The words at fault, or the figure that is too high. */
  detail: string | null
  /** Whether it keeps the text from being submitted. */
  blocking: boolean
}>

type Facts = Readonly<{ exercise: boolean; crisisNumber: string | null; now: number }>

/** A screen reader's breath, a phone's lock screen: past these a text is not read to its end. */
const longest = { title: 90, what: 300, instructions: 110, where: 200, body: 2_000 } as const
const mostInstructions = 3
const mostWords = 25

/** Numbers everybody may be told to call: emergencies, and 114 for deaf people. */
const emergencyNumbers = ['15', '17', '18', '112', '114']

const vague = /bientôt|prochainement|sous peu|dès que possible|au plus vite|dans les meilleurs délais/giu
const clock = /\d{1,2}\s?(?:h|:)\s?\d{0,2}/u
const phone = /(?:\+33|\b0)\s?[1-9](?:[ .-]?\d{2}){4}\b/gu
const shortNumber = /(?:appe|compos|télephon|téléphon)\p{L}*\s+(?:(?:au|le|les)\s+)?(\d[\d ]{0,8}\d)/giu

export function lint(content: Content, facts: Facts): readonly Remark[] {
  return [
    ...missing(content),
    ...blanks(content),
    ...times(content, facts.now),
    ...lengths(content),
    ...wording(content, facts),
  ]
}

function remark(code: RemarkCode, part: Part, detail: string | null = null): Remark {
  return { code, part, detail, blocking: remarks[code].blocking }
}

function missing(content: Content): readonly Remark[] {
  const { title, what, instructions, where, body, nextPointAt } = content
  const opening = `${title}\n${what}`
  const absent: readonly (readonly [boolean, RemarkCode, Part])[] = [
    [withoutPrefix(title) === '', 'title-missing', 'title'],
    [what === '', 'what-missing', 'what'],
    [what !== '' && !/pr[ée]f(?:et|ecture|ète)/iu.test(`${opening}\n${body}`), 'who-missing', 'what'],
    [what !== '' && !/depuis|à partir d|le \d|\d\s?h/iu.test(opening), 'since-missing', 'what'],
    [where === null || where === '', 'where-missing', 'where'],
    [instructions.length === 0, 'instructions-missing', 'instructions'],
    [nextPointAt === null, 'next-point-missing', 'nextPointAt'],
  ]
  return absent.filter(([isAbsent]) => isAbsent).map(([, code, part]) => remark(code, part))
}

function blanks(content: Content): readonly Remark[] {
  return texts(content).flatMap(([part, text]) =>
    blanksIn(text).map((blank) => remark('blank-left', part, blank)),
  )
}

function times({ nextPointAt, expiresAt }: Content, now: number): readonly Remark[] {
  return [
    ...(nextPointAt !== null && nextPointAt <= now ? [remark('next-point-past', 'nextPointAt')] : []),
    ...(expiresAt !== null && expiresAt <= now ? [remark('expiry-past', 'expiresAt')] : []),
  ]
}

function lengths(content: Content): readonly Remark[] {
  const long = texts(content)
    .filter(([part, text]) => text.length > longest[part])
    .map(([part, text]) => remark('too-long', part, String(text.length - longest[part])))
  const { length } = content.instructions
  return length > mostInstructions
    ? [...long, remark('too-many-instructions', 'instructions', String(length))]
    : long
}

function wording(content: Content, { exercise, crisisNumber }: Facts): readonly Remark[] {
  const known = new Set([...emergencyNumbers, ...(crisisNumber === null ? [] : [dialled(crisisNumber)])])
  return texts(content).flatMap(([part, text]) => [
    ...sentences(text).flatMap((sentence) => sentenceRemarks(part, sentence)),
    ...numbersIn(text)
      .filter((number) => !known.has(dialled(number)))
      .map((number) => remark('unknown-phone', part, number)),
    ...(!exercise && /\bexercice\b/iu.test(text) ? [remark('exercise-in-real', part)] : []),
  ])
}

function sentenceRemarks(part: Part, sentence: string): readonly Remark[] {
  const words = sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))
  const long =
    words.length > mostWords ? [remark('long-sentence', part, `${words.slice(0, 6).join(' ')}…`)] : []
  // « bientôt, à 14 h » is a time; « bientôt » alone is a promise nobody can check.
  const hazy = clock.test(sentence) ? [] : (sentence.match(vague) ?? [])
  return [...long, ...hazy.map((word) => remark('vague-time', part, word))]
}

type TextPart = keyof typeof longest

function texts({
  title,
  what,
  instructions,
  where,
  body,
}: Content): readonly (readonly [TextPart, string])[] {
  return [
    ['title', withoutPrefix(title)],
    ['what', what],
    ...instructions.map((text) => ['instructions', text] as const),
    ['where', where ?? ''],
    ['body', body],
  ]
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?…])\s+|\n+/u)
}

function numbersIn(text: string): readonly string[] {
  const long = text.match(phone) ?? []
  const short = [...text.matchAll(shortNumber)].map((match) => match[1] ?? '')
  // A long number after « appelez le » is found by both.
  return [...long, ...short.filter((number) => !long.some((other) => other.includes(number)))]
}

/** Digits only, in national form: `+33 1 30…` and `01 30…` are the same number. */
function dialled(number: string): string {
  return number.replaceAll(/[^\d+]/g, '').replace(/^\+33/, '0')
}
