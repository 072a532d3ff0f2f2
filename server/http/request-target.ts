import type { IncomingMessage } from 'node:http'

/** A proxy's way of asking (`GET http://host/info`), which every server understands (RFC 9112, 3.2.2). */
const absoluteForm = /^https?:\/\/[^/?#]*/i

/** Treated by its path alone, like all others: whose name it was asked under decides nothing here. */
export function toOriginForm(request: IncomingMessage): void {
  const { url = '/' } = request
  if (!absoluteForm.test(url)) return
  const rest = url.replace(absoluteForm, '')
  request.url = rest.startsWith('/') ? rest : `/${rest}`
}

/** The path as it was asked for: neither decoded nor put in order. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}
