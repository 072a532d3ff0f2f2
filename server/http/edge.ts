import type { IncomingMessage } from 'node:http'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { ApiError } from '#server/http/api-error.ts'
import type { Logger } from '#server/lib/logger.ts'

/** Parses a body or query; the answer names the failing field and never repeats its value. */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ApiError(400, 'request.invalid', { field: issue?.path.join('.') ?? null })
}

/**
 * Requests that change something must come from the console's own pages: same origin, and a header that a foreign
 * form can't set. SameSite=Strict already keeps the cookie home; this holds where a browser does not.
 */
export function sameOrigin(publicOrigin: string | null): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (!isOwnOrigin(request.headers.origin, request.headers.host, publicOrigin)) {
      throw new ApiError(403, 'request.foreign-origin')
    }
    if (request.headers['x-cip-console'] === undefined) throw new ApiError(403, 'request.foreign-origin')
    next()
  }
}

/** Whether people reach the server over TLS: as it is configured, or as the proxy in front says of this request. */
export type IsSecure = (request: Pick<IncomingMessage, 'headers'>) => boolean

export function createIsSecure(publicOrigin: string | null): IsSecure {
  const isConfigured = publicOrigin?.startsWith('https:') === true
  // Whoever forges the header gets a cookie that their own browser refuses.
  return ({ headers }) => isConfigured || /^https\b/.test(String(headers['x-forwarded-proto']))
}

/** A program (no browser) sends no origin: its cookie was not put there by a page. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicOrigin: string | null,
): boolean {
  if (origin === undefined || origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** The one place where a thrown error becomes an answer. */
export function errorHandler(logger: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error)
    const { status, code, field, detail, retryAfter } = asApiError(error)
    if (status >= 500) logger.error({ error, method: request.method, path: request.path }, 'request failed')
    const again = retryAfter ?? (isPassing(status) ? triesAgain : null)
    if (again !== null) response.set('Retry-After', String(again))
    response.status(status).json({ code, field, detail })
  }
}

/** Seconds: as long as a console waits before it sends again. */
const triesAgain = 2

function isPassing(status: number): boolean {
  return status === 503 || status === 429
}

// What express and its body parser throw carries a status; anything else is a bug, told without its words.
const HttpError = z.object({ status: z.int().min(400).max(499), type: z.string().optional() })

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  const http = HttpError.safeParse(error)
  if (!http.success) return new ApiError(500, 'server.failed')
  return new ApiError(http.data.status, http.data.status === 413 ? 'request.too-large' : 'request.invalid')
}
