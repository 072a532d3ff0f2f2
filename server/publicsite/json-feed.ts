import { addressOf } from '#server/publicsite/address.ts'
import { feedEntries, feedTitle } from '#server/publicsite/feed-entry.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

/** JSON Feed 1.1. */
export function jsonFeed(page: AnyPage): string {
  const address = addressOf(page)
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(page),
    home_page_url: address.page,
    feed_url: address.file('feed.json'),
    language: 'fr',
    authors: [{ name: page.installation.name, url: address.page }],
    items: feedEntries(page).map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.content ?? '',
      date_published: new Date(entry.publishedAt).toISOString(),
      date_modified: new Date(entry.updatedAt).toISOString(),
      tags: [entry.category],
    })),
  }
  return JSON.stringify(feed, null, 2)
}
