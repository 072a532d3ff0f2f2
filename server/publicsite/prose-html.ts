import { html, type Html } from '#server/publicsite/html.ts'
import { localTime } from '#server/lib/local-time.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

/** Paragraphs at empty lines, line breaks at single ones. */
export function prose(text: string): readonly Html[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p>${lines(paragraph)}</p>`)
}

function lines(paragraph: string): readonly Html[] {
  return paragraph.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br />${line}`))
}

/** `02:10`, followed by the date when it is not the day of `today`: a time alone is read as today's. */
export function moment(at: number, today: number, timeZone: string): Html {
  const { clock, date, stamp } = localTime(timeZone)
  const day = date(at) === date(today) ? null : html`, ${date(at)}`
  return html`<time datetime="${stamp(at)}">${clock(at)}${day}</time>`
}

/** A number to press. Grouped for the eye when it is a French one in international form. */
export function phoneLink(number: string): Html {
  const shown = /^\+33\d{9}$/.test(number) ? `0${number.slice(3)}`.replaceAll(/\d{2}(?=\d)/g, '$& ') : number
  return html`<a class="number" href="tel:${number.replaceAll(/[^\d+]/g, '')}">${bindSpaces(shown)}</a>`
}
