/**
 * Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 are written here and beside rather than with the `feed` package, which
 * writes JSON Feed 1.0 and gives Atom titles as HTML.
 */
import { addressOf } from '#server/publicsite/address.ts'
import { feedId } from '#server/publicsite/feed-id.ts'
import { feedEntries, feedTitle, type FeedEntry } from '#server/publicsite/feed-entry.ts'
import { localTime } from '#server/lib/local-time.ts'
import { xmlDocument } from '#server/publicsite/xml.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

type AtomFeed = Readonly<{
  /** Its file, by which it is also known. */
  path: string
  title: string
  entries: readonly FeedEntry[]
}>

export function atomFeed(page: AnyPage): string {
  return atomDocument(page, { path: 'atom.xml', title: feedTitle(page), entries: feedEntries(page) })
}

export function atomDocument(page: AnyPage, { path, title, entries }: AtomFeed): string {
  const self = addressOf(page).file(path)
  const { stamp } = localTime(page.installation.timeZone)
  const feed = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xml:lang': 'fr',
    id: feedId(page, path),
    title,
    updated: rfc3339(stamp(page.updatedAt)),
    author: { name: page.installation.name },
    link: [
      { '@rel': 'self', '@type': 'application/atom+xml', '@href': self },
      { '@rel': 'alternate', '@type': 'text/html', '@href': addressOf(page).page },
    ],
    entry: entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      updated: rfc3339(stamp(entry.updatedAt)),
      published: rfc3339(stamp(entry.publishedAt)),
      link: { '@rel': 'alternate', '@type': entry.linkType, '@href': entry.link },
      category: { '@term': entry.category },
      summary: entry.summary,
      ...(entry.content === null ? {} : { content: { '@type': 'html', '#': entry.content } }),
    })),
  }
  return xmlDocument({ feed })
}

/** `-00:00` means « zone unknown » in RFC 3339, unlike in CAP. */
function rfc3339(stamp: string): string {
  return stamp.replace('-00:00', '+00:00')
}
