import { emergencyHtml } from '#server/publicsite/emergency-html.ts'
import { html, type Html } from '#server/publicsite/html.ts'
import { instructionList, messageHtml } from '#server/publicsite/message-html.ts'
import { moment, phoneLink, prose } from '#server/publicsite/prose-html.ts'
import { natureOnPage } from '#shared/publicsite/nature.ts'
import type { AnyCrisis, PublicMessage } from '#shared/publicsite/page-model.ts'
import { changedAt, currentVersion, guidingMessage, standingMessage } from '#shared/publicsite/select.ts'

type Setting = Readonly<{
  updatedAt: number
  timeZone: string
  /** With a single crisis its title is the page's; with several, each title stands one level lower. */
  isAlone: boolean
}>

/** One crisis, in the order in which a worried person asks: what, what do I do, where, since when, whom to call. */
export function crisisHtml(crisis: AnyCrisis, setting: Setting): Html {
  const message = guidingMessage(crisis, setting.updatedAt) ?? standingMessage(crisis)
  const status = crisis.closed ? html`<span class="closed">Terminé</span> ` : null
  return html`<article class="crisis" id="c-${crisis.id}">
    <p class="nature">${status}${natureOnPage(crisis.nature).label}</p>
    ${title(crisis, setting)}
    ${message === null ? null : html`<div class="what">${prose(currentVersion(message).what)}</div>`}
    ${doNow(crisis, setting)} ${facts(crisis, message, setting)} ${history(crisis, setting)}
  </article> `
}

function title(crisis: AnyCrisis, { isAlone }: Setting): Html {
  return isAlone
    ? html`<h1 id="${titleId(crisis)}">${crisis.title}</h1>`
    : html`<h2 id="${titleId(crisis)}" class="title">${crisis.title}</h2>`
}

function titleId({ id }: AnyCrisis): string {
  return `titre-${id}`
}

function doNow(crisis: AnyCrisis, { updatedAt, isAlone }: Setting): Html {
  const guiding = guidingMessage(crisis, updatedAt)
  const id = `faire-${crisis.id}`
  // With several crises on the page, two sections of one name could not be told apart aloud.
  const name = isAlone ? id : `${id} ${titleId(crisis)}`
  const words = crisis.closed ? 'Ce qu’il reste à faire' : 'Ce qu’il faut faire maintenant'
  const heading = isAlone ? html`<h2 id="${id}">${words}</h2>` : html`<h3 id="${id}">${words}</h3>`
  if (guiding !== null) {
    return html`<section class="do-now" aria-labelledby="${name}">
      ${heading}${instructionList(currentVersion(guiding).instructions)}${emergencyHtml}
    </section>`
  }
  if (crisis.closed) return html`<div class="do-now">${emergencyHtml}</div>`
  return html`<section class="do-now" aria-labelledby="${name}">
    ${heading}
    <p>Pas de consigne particulière pour l’instant.</p>
    ${emergencyHtml}
  </section>`
}

function facts(crisis: AnyCrisis, message: PublicMessage | null, { updatedAt, timeZone }: Setting): Html {
  const where = message === null ? null : currentVersion(message).where
  const named = crisis.communes.map(({ name }) => name).join(', ')
  // A message often says exactly this: once is enough.
  const communes = named === where ? '' : named
  return html`<dl class="facts">
    ${where === null && communes === '' ? null : fact('Où', html`${where === null ? null : html`<p>${where}</p>`}${communes === '' ? null : html`<p class="detail">${communes}</p>`}`)}
    ${fact('Depuis', moment(crisis.since, updatedAt, timeZone))} ${fact('Numéro d’information', line(crisis))}
    ${nextPoint(crisis, { updatedAt, timeZone })}
  </dl>`
}

function fact(term: string, description: Html): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>`
}

function line({ crisisNumber, numberHours, lineOpen, closed }: AnyCrisis): Html {
  if (closed) return html`<p class="detail">La ligne d’information est fermée.</p>`
  if (crisisNumber === null || !lineOpen)
    return html`<p class="detail">La ligne d’information n’est pas ouverte.</p>`
  return html`${phoneLink(crisisNumber)}${numberHours === null ? null : html`<p class="detail">${numberHours}</p>`}`
}

/** A promise whose time has come is not silently shown as if it were ahead. */
function nextPoint(crisis: AnyCrisis, { updatedAt, timeZone }: Omit<Setting, 'isAlone'>): Html | null {
  if (crisis.nextPointAt === null || crisis.closed) return null
  const at = moment(crisis.nextPointAt, updatedAt, timeZone)
  return fact('Prochain point', crisis.nextPointAt > updatedAt ? at : html`Attendu depuis ${at}`)
}

function history(crisis: AnyCrisis, { updatedAt, timeZone, isAlone }: Setting): Html | null {
  if (crisis.messages.length === 0) return null
  const guiding = guidingMessage(crisis, updatedAt)
  const heading = isAlone ? 'h3' : 'h4'
  const newestChangeFirst = crisis.messages.toSorted((a, b) => changedAt(b) - changedAt(a))
  const messages = newestChangeFirst.map((message) =>
    messageHtml(message, { heading, updatedAt, timeZone, guiding }),
  )
  const id = `messages-${crisis.id}`
  return html`<section aria-labelledby="${id} ${titleId(crisis)}">
    ${isAlone ? html`<h2 id="${id}">Messages de la préfecture</h2>` : html`<h3 id="${id}">Messages de la préfecture</h3>`}
    <ol class="messages">
      ${messages}
    </ol>
  </section>`
}
