/** What Atom, RSS and JSON Feed have in common: one entry a message, newest change first. */
import { addressOf } from '#server/publicsite/address.ts'
import { feedId } from '#server/publicsite/feed-id.ts'
import { html, type Html } from '#server/publicsite/html.ts'
import { instructionList } from '#server/publicsite/message-html.ts'
import { marked } from '#server/publicsite/mark.ts'
import { prose } from '#server/publicsite/prose-html.ts'
import { kindOfMessage } from '#shared/publicsite/kind.ts'
import type { AnyPage, PublicMessage } from '#shared/publicsite/page-model.ts'
import { changedAt, currentVersion, statusOf } from '#shared/publicsite/select.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

export type FeedEntry = Readonly<{
  /** Stays the same through corrections and withdrawal, so that readers replace the old text. */
  id: string
  link: string
  linkType: string
  /** Plain text. */
  title: string
  publishedAt: number
  updatedAt: number
  category: string
  /** Plain text. */
  summary: string
  /** Markup; null when the summary says all. */
  content: string | null
}>

/** Readers keep what they have read; a feed that grows for days costs everyone at each poll. */
const mostEntries = 50

export function feedEntries(page: AnyPage): readonly FeedEntry[] {
  return page.crises
    .flatMap(({ messages }) => messages)
    .toSorted((a, b) => changedAt(b) - changedAt(a))
    .slice(0, mostEntries)
    .map((message) => entryOf(page, message))
}

export function feedTitle(page: AnyPage): string {
  return marked(page, `Information du public – ${page.installation.name}`)
}

function entryOf(page: AnyPage, message: PublicMessage): FeedEntry {
  const publishedAt = message.versions[0].publishedAt
  return {
    id: feedId(page, `message/${message.id}`),
    link: addressOf(page).message(message.id),
    linkType: 'text/html',
    title: marked(page, currentVersion(message).title, markOf(message)),
    publishedAt,
    updatedAt: changedAt(message),
    category: kindOfMessage(message.kind).label,
    summary: message.withdrawn?.reason ?? currentVersion(message).what,
    content: String(content(message)),
  }
}

function markOf(message: PublicMessage): string {
  const status = statusOf(message)
  switch (status) {
    case 'published':
      return ''
    case 'corrected':
      return 'Corrigé : '
    case 'withdrawn':
      return 'Retiré : '
    default:
      return unreachable(status)
  }
}

/** A withdrawn text is not repeated: in a feed nothing would strike it through. */
function content(message: PublicMessage): Html {
  if (message.withdrawn !== null) return html`<p>Message retiré. ${message.withdrawn.reason}</p>`
  const { what, instructions, body, correction } = currentVersion(message)
  return html`${correction === null ? null : html`<p><strong>Ce qui change :</strong> ${correction}</p>`}
  ${prose(what)}${instructions.length === 0 ? null : instructionList(instructions)}${prose(body)}`
}
