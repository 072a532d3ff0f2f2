import { alertFile } from '#server/publicsite/address.ts'
import { atomFeed } from '#server/publicsite/atom.ts'
import { capAlert } from '#server/publicsite/cap-alert.ts'
import { alertsOf, capIndex } from '#server/publicsite/cap-index.ts'
import { checkPage } from '#server/publicsite/check.ts'
import { jsonFeed } from '#server/publicsite/json-feed.ts'
import { pageHtml } from '#server/publicsite/page-html.ts'
import { boundTexts, plainTexts } from '#server/publicsite/plain-text.ts'
import { rssFeed } from '#server/publicsite/rss.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

/** Every file of a page by its path under it. */
export type RenderedFiles = ReadonlyMap<string, string>

/** Pure: equal pages give equal files. @throws UnpublishablePage */
export function renderFiles(untrusted: AnyPage): RenderedFiles {
  const page = plainTexts(untrusted)
  checkPage(page)
  const index: [string, string] = ['index.html', pageHtml(boundTexts(page))]
  // Before the first account nobody speaks here, and a feed has no id yet.
  if (page.installation.id === null) return new Map([index])
  return new Map([
    index,
    ['atom.xml', atomFeed(page)],
    ['rss.xml', rssFeed(page)],
    ['feed.json', jsonFeed(page)],
    ['cap.atom', capIndex(page)],
    ...alertsOf(page).map(({ subject, step }): [string, string] => [
      alertFile(step.identifier),
      capAlert(subject, step),
    ]),
  ])
}
