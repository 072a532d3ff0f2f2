import { minute } from '#shared/lib/time.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { Template } from '#shared/messages/state.ts'

/** A blank: a name in braces, `{lieu}`. What stands between is shown to whoever fills it, so it is French. */
const blank = /\{([^{}\n]{1,40})\}/gu

/** The names of the blanks still in a text, each once, in order. */
export function blanksIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(blank)].map((match) => match[1] ?? ''))]
}

export type Piece = Readonly<{ is: 'text'; text: string } | { is: 'blank'; name: string }>

/** A text cut at its blanks, for an editor that shows them in place. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(\{[^{}\n]{1,40}\})/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^\{[^{}\n]{1,40}\}$/u.test(piece)
        ? { is: 'blank', name: piece.slice(1, -1) }
        : { is: 'text', text: piece },
    )
}

/** Replaces the blanks that have a value; the others stay, and keep the text from being submitted. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(blank, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : ''
    return value === undefined || value === '' ? whole : value
  })
}

export function fillContent(content: Content, values: Readonly<Record<string, string>>): Content {
  return {
    ...content,
    title: fillText(content.title, values),
    what: fillText(content.what, values),
    instructions: content.instructions.map((instruction) => fillText(instruction, values)),
    where: content.where === null ? null : fillText(content.where, values),
    body: fillText(content.body, values),
  }
}

/** Next points are promised on five-minute marks: an hour that people remember. */
const mark = 5 * minute

/** A text to begin from: the template's parts, and the next point it proposes, counted from `now`. */
export function contentOf(template: Template, now: number): Content {
  const { title, what, instructions, where, body, nextPointIn } = template
  const nextPointAt = nextPointIn === null ? null : Math.ceil((now + nextPointIn * minute) / mark) * mark
  return { title, what, instructions: [...instructions], where, body, nextPointAt, expiresAt: null }
}

export const emptyContent: Content = {
  title: '',
  what: '',
  instructions: [],
  where: null,
  body: '',
  nextPointAt: null,
  expiresAt: null,
}
