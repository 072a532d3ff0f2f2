import type { AnyPage } from '#shared/publicsite/page-model.ts'

/** Under which path each page lives. The exercise's is served to signed-in people only. */
export const publicPath = '/info'
export const exercisePath = '/exercice/info'

/** Absolute addresses of one page; feeds and alerts travel, so nothing in them is relative. */
export type Address = Readonly<{
  page: string
  file: (path: string) => string
  message: (id: string) => string
}>

export function addressOf(page: AnyPage): Address {
  const root = page.installation.url + (page.exercise ? exercisePath : publicPath)
  return { page: root, file: (path) => `${root}/${path}`, message: (id) => `${root}#${anchorOf(id)}` }
}

export function anchorOf(id: string): string {
  return `m-${id}`
}

/** Where an alert is found under the page: `cap/<identifier>.xml`. */
export function alertFile(identifier: string): string {
  return `cap/${identifier}.xml`
}
