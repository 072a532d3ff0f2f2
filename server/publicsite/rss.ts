import { addressOf } from '#server/publicsite/address.ts'
import { feedEntries, feedTitle } from '#server/publicsite/feed-entry.ts'
import { xmlDocument } from '#server/publicsite/xml.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

/** RSS 2.0. It has no date of correction: `pubDate` is that of the last change, so that readers show it again. */
export function rssFeed(page: AnyPage): string {
  const address = addressOf(page)
  const rss = {
    '@version': '2.0',
    '@xmlns:atom': 'http://www.w3.org/2005/Atom',
    channel: {
      title: feedTitle(page),
      link: address.page,
      description: `L’information officielle de ${page.installation.name} pendant un événement.`,
      language: 'fr',
      lastBuildDate: new Date(page.updatedAt).toUTCString(),
      ttl: 1,
      'atom:link': { '@rel': 'self', '@type': 'application/rss+xml', '@href': address.file('rss.xml') },
      item: feedEntries(page).map((entry) => ({
        title: entry.title,
        link: entry.link,
        guid: { '@isPermaLink': 'false', '#': entry.id },
        pubDate: new Date(entry.updatedAt).toUTCString(),
        category: entry.category,
        description: entry.content ?? entry.summary,
      })),
    },
  }
  return xmlDocument({ rss })
}
