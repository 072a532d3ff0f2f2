/**
 * HTML by template, escaped by default: a plain string is text and is escaped, whatever stands between its quotes;
 * only what `html` made is markup. The one other door is for files of this repository.
 */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  static template(strings: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(
      strings.map((part, i) => (i === 0 ? part : toMarkup(values[i - 1] ?? null) + part)).join(''),
    )
  }

  /** For a file of this repository that is markup as it stands (the style sheet). */
  static ownFile(before: string, content: string, after: string): Html {
    return new Html(before + content + after)
  }

  toString(): string {
    return this.#markup
  }
}

export type HtmlValue = Html | string | number | null | readonly HtmlValue[]

/** Null renders nothing, so that a part can be left out in place. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.template(strings, values)
}

function toMarkup(value: HtmlValue): string {
  if (value === null) return ''
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return value.map(toMarkup).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
