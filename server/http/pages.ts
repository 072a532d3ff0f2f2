import { join } from 'node:path'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import staticGzip from 'express-static-gzip'

/** Every answer of the console: no inline script or style, no frame, nothing from elsewhere. */
export function securityHeaders(isSecure: boolean): RequestHandler {
  const self = ["'self'"]
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'data:'],
        fontSrc: self,
        connectSrc: self,
        workerSrc: self,
        manifestSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'same-origin' },
  })
}

/**
 * The built console. Files with a hash in their name never change; the page itself is always asked again.
 * Any path that is no file is one of the console's own screens.
 */
export function consoleFiles(folder: string): readonly RequestHandler[] {
  const files = staticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: {
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'))
        response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    },
  })
  const screens: RequestHandler = (request, response, next) => {
    const isPage =
      request.method === 'GET' && request.accepts('html') !== false && !request.path.includes('.')
    if (!isPage || request.path.startsWith('/api/')) return next()
    // Read anew each time: a page kept from before an update would name files that are no longer there.
    response.sendFile('index.html', {
      root: folder,
      cacheControl: false,
      headers: { 'Cache-Control': 'no-cache' },
    })
  }
  return [files, screens]
}
