/**
 * The page as one file: no script, no image, no second request, so that it can be served by anything, saved, printed
 * and mirrored. Its style stands inside it, allowed by its hash alone.
 */
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { addressOf } from '#server/publicsite/address.ts'
import { crisisHtml } from '#server/publicsite/crisis-html.ts'
import { emergencyPanel } from '#server/publicsite/emergency-html.ts'
import { Html, html } from '#server/publicsite/html.ts'
import { marked } from '#server/publicsite/mark.ts'
import { localTime } from '#server/lib/local-time.ts'
import { phoneLink } from '#server/publicsite/prose-html.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')
const styleElement = Html.ownFile('<style>', style, '</style>')

/** For `style-src`: the only style that a browser may apply to the page. */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The whole document. Equal pages give equal bytes. */
export function pageHtml(page: AnyPage): string {
  const { installation } = page
  return String(
    html`${head(page, titleOf(page))}
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
${page.exercise ? exerciseBand : null}
<header class="top">
${installation.stateBrand ? html`<p class="state">République<br />française</p>` : null}
<p class="sender">${installation.name}<span class="service">Information du public</span></p>
${fresh(page)}
</header>
<main id="contenu" tabindex="-1">
${page.crises.length === 0 ? quiet(page) : crises(page)}
</main>
${footer(page)}
</body>
</html>
`,
  )
}

type Notice = Readonly<{ title: string; link: Readonly<{ href: string; text: string }> }>

/** A page that only says that what was asked for is not there; the emergency numbers still are. */
export function noticeHtml({ title, link }: Notice): string {
  return String(
    html`<!doctype html>
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href="data:," />
          <meta name="robots" content="noindex" />
          <title>${title}</title>
          ${styleElement}
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            <p><a href="${link.href}">${link.text}</a></p>
            ${emergencyPanel}
          </main>
        </body>
      </html> `,
  )
}

const exerciseBand = html`<div class="band" role="region" aria-label="Exercice">
  <p><strong>EXERCICE</strong> <span>Rien de ce que dit cette page n’est réel.</span></p>
</div>`

function head(page: AnyPage, title: string): Html {
  const { page: self } = addressOf(page)
  const name = page.installation.name
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <meta
          name="description"
          content="Ce qu’il faut faire, où, depuis quand, qui appeler : l’information officielle de ${name}."
        />
        ${page.exercise ? html`<meta name="robots" content="noindex, nofollow" />` : html`<link rel="canonical" href="${self}" />`}
        ${page.installation.id === null ? null : feedLinks(page)} ${styleElement}
      </head>
    </html>`
}

function feedLinks(page: AnyPage): Html {
  const { file } = addressOf(page)
  const { name } = page.installation
  return html`<link
      rel="alternate"
      type="application/atom+xml"
      title="${name} (Atom)"
      href="${file('atom.xml')}"
    />
    <link rel="alternate" type="application/rss+xml" title="${name} (RSS)" href="${file('rss.xml')}" />
    <link
      rel="alternate"
      type="application/feed+json"
      title="${name} (JSON Feed)"
      href="${file('feed.json')}"
    />`
}

/** With its date, small: the page may be read, or found in a cache, days later. */
function fresh({ updatedAt, installation }: AnyPage): Html {
  const { clock, date, stamp } = localTime(installation.timeZone)
  return html`<p class="fresh">
    <time datetime="${stamp(updatedAt)}">À jour à ${clock(updatedAt)} <span>${date(updatedAt)}</span></time>
  </p>`
}

/** The document's title, the exercise's mark first: it is what a tab and a search result show. */
function titleOf(page: AnyPage): string {
  const [first, ...others] = page.crises
  const subject =
    first === undefined
      ? 'Aucun événement en cours'
      : others.length === 0
        ? first.title
        : `${page.crises.length} événements`
  return marked(page, `${subject} – ${page.installation.name}`)
}

function crises(page: AnyPage): Html {
  const { updatedAt, installation } = page
  const isAlone = page.crises.length === 1
  const setting = { updatedAt, timeZone: installation.timeZone, isAlone }
  return html`${isAlone ? null : contents(page)}${page.crises.map((crisis) => crisisHtml(crisis, setting))}`
}

function contents({ crises }: AnyPage): Html {
  return html`<h1>${crises.length} événements</h1>
    <nav aria-label="Événements">
      <ul class="contents">
        ${crises.map(({ id, title, closed }) => html`<li><a href="#c-${id}">${title}</a>${closed ? ' (terminé)' : null}</li>`)}
      </ul>
    </nav>`
}

function quiet({ installation }: AnyPage): Html {
  return html`<h1>Aucun événement en cours</h1>
    <p class="what">
      La préfecture ne diffuse pas de consigne en ce moment. En cas d’événement grave, ce qu’il faut faire
      sera écrit ici.
    </p>
    ${emergencyPanel}
    ${
      installation.contactPhone === null
        ? null
        : html`<dl class="facts">
            <div>
              <dt>Préfecture</dt>
              <dd>${phoneLink(installation.contactPhone)}</dd>
            </div>
          </dl>`
    }`
}

function footer(page: AnyPage): Html {
  return html`<footer>
    <p class="screen">Cette page ne change pas toute seule. <a href="">Actualiser</a></p>
    ${page.installation.id === null ? null : follow(page)}
  </footer>`
}

function follow(page: AnyPage): Html {
  const { file } = addressOf(page)
  return html`<p class="screen">
    Suivre cette page : <a href="${file('atom.xml')}">Atom</a>, <a href="${file('rss.xml')}">RSS</a>,
    <a href="${file('feed.json')}">JSON Feed</a>, <a href="${file('cap.atom')}">alertes CAP</a>
  </p>`
}
