import { anchorOf } from '#server/publicsite/address.ts'
import { html, type Html } from '#server/publicsite/html.ts'
import { moment, prose } from '#server/publicsite/prose-html.ts'
import { kindOfMessage } from '#shared/publicsite/kind.ts'
import type { PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'
import { currentVersion } from '#shared/publicsite/select.ts'

type Setting = Readonly<{
  /** Heading element of a message: `h3` under a section of a single crisis, `h4` when crises have headings of their own. */
  heading: 'h3' | 'h4'
  updatedAt: number
  timeZone: string
  /** The message whose instructions already stand at the top of the page: not repeated. */
  guiding: PublicMessage | null
}>

/** One message of the history: as it stands, as corrected, or struck. */
export function messageHtml(message: PublicMessage, setting: Setting): Html {
  const text = currentVersion(message)
  const label = kindOfMessage(message.kind).label
  const published = moment(message.versions[0].publishedAt, setting.updatedAt, setting.timeZone)
  const body =
    message.withdrawn === null
      ? standing(message, text, setting)
      : withdrawn(message.withdrawn, text, setting)
  return html`<li>
    <article class="message" id="${anchorOf(message.id)}">
      <p class="when"><span class="kind">${label}</span> ${published}</p>
      ${body}
    </article>
  </li> `
}

/** The old text is not shown in full: nobody should follow an instruction that was taken back. */
function withdrawn(
  { at, reason }: Readonly<{ at: number; reason: string }>,
  text: PublicVersion,
  setting: Setting,
): Html {
  return html`${heading(html`<s>${text.title}</s>`, setting)}
    <p class="note note-withdrawn">
      <strong>Retiré à ${moment(at, setting.updatedAt, setting.timeZone)}.</strong> ${reason}
    </p>
    <div class="struck"><s>${text.what}</s></div>`
}

function standing(message: PublicMessage, text: PublicVersion, setting: Setting): Html {
  const isRepeated = setting.guiding?.id === message.id || text.instructions.length === 0
  return html`${heading(html`${text.title}`, setting)} ${corrections(message, setting)} ${prose(text.what)}
  ${isRepeated ? null : instructionList(text.instructions)} ${prose(text.body)} ${expiry(text, setting)}
  ${earlierTexts(message, setting)}`
}

function heading(title: Html, setting: Setting): Html {
  return setting.heading === 'h3' ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`
}

export function instructionList(instructions: readonly string[]): Html {
  return html`<ul class="instructions">
    ${instructions.map((instruction) => html`<li>${instruction}</li>`)}
  </ul>`
}

function corrections({ versions }: PublicMessage, { updatedAt, timeZone }: Setting): readonly Html[] {
  return versions
    .filter(({ correction }) => correction !== null)
    .map(
      ({ publishedAt, correction }) =>
        html`<p class="note note-corrected">
          <strong>Corrigé à ${moment(publishedAt, updatedAt, timeZone)}.</strong> ${correction}
        </p>`,
    )
}

function expiry({ expiresAt }: PublicVersion, { updatedAt, timeZone }: Setting): Html | null {
  if (expiresAt === null) return null
  const verb = expiresAt > updatedAt ? 'Valable jusqu’à' : 'N’est plus valable depuis'
  return html`<p class="validity">${verb} ${moment(expiresAt, updatedAt, timeZone)}.</p>`
}

/** What was said before a correction stays readable, folded away, for whoever acted on it. */
function earlierTexts({ versions }: PublicMessage, { updatedAt, timeZone }: Setting): Html | null {
  const earlier = versions.slice(0, -1)
  if (earlier.length === 0) return null
  return html`<details>
    <summary>Texte avant correction</summary>
    ${earlier.map(
      (text) =>
        html`<div class="earlier">
          <p><s>${text.title}</s> ${moment(text.publishedAt, updatedAt, timeZone)}</p>
          <p><s>${text.what}</s></p>
          ${text.instructions.map((instruction) => html`<p><s>${instruction}</s></p>`)}
        </div>`,
    )}
  </details>`
}
