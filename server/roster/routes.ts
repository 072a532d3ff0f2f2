import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Dispatcher } from '#server/dispatch.ts'
import type { ActorOf } from '#server/http/actor.ts'
import { ApiError } from '#server/http/api-error.ts'
import { parse } from '#server/http/edge.ts'
import { mostMegabytes } from '#server/roster/import/preview.ts'
import { readRosterFile } from '#server/roster/import/read-file.ts'
import { may } from '#shared/access/may.ts'
import { RosterEncodingSchema, RosterMappingSchema } from '#shared/roster/preview.ts'

type Parts = Readonly<{
  dispatcher: Dispatcher
  actorOf: ActorOf
  /** The installation's départements: a commune's name is looked for there first. */
  departments: readonly string[]
}>

const Query = z.object({
  /** What the person says the columns are, as JSON; absent: found out. */
  mapping: z
    .string()
    .max(4_000)
    .transform((text, context) => readJson(text) ?? context.addIssue('mapping.invalid'))
    .pipe(RosterMappingSchema)
    .optional(),
  encoding: RosterEncodingSchema.optional(),
})

/**
 * To be mounted at `/api/roster`.
 * `POST /preview` with a file's bytes (`application/octet-stream`) → `RosterReading`. Nothing is stored: what the
 * person confirms comes back as one `roster.import` command. For who may import; 413 past the size limit.
 */
export function rosterRoutes({ dispatcher, actorOf, departments }: Parts): Router {
  const router = Router()
  const allow = (request: Request, _response: Response, next: NextFunction) => {
    const { roles } = actorOf(request)
    if (!may({ roles, crisis: null }, 'roster.import')) throw new ApiError(403, 'command.forbidden')
    next()
  }
  // Larger than the preview's own limit, which says in words what is too large; past this the bytes are not even read.
  const bytes = express.raw({ type: 'application/octet-stream', limit: `${mostMegabytes + 1}mb` })
  const answerPreview = async (request: Request, response: Response) => {
    if (!Buffer.isBuffer(request.body)) throw new ApiError(400, 'request.invalid', { field: 'content-type' })
    const { mapping = null, encoding = null } = parse(Query, request.query)
    const { roster } = dispatcher.state.standing
    const reading = await readRosterFile({ bytes: request.body, mapping, encoding, departments }, roster)
    // Not `send`: to look through four megabytes for a tag that nobody asks for again takes as long as all the rest.
    response.type('json').end(reading)
  }
  router.post('/preview', allow, bytes, (request, response) => answerPreview(request, response))
  return router
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
