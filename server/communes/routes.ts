import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { packCommunes } from '#server/communes/load.ts'
import { searchCommunes } from '#server/communes/search.ts'
import { parse } from '#server/http/edge.ts'
import { DepartmentCode } from '#shared/communes/schema.ts'

// More départements than any crisis touches, fewer than would make a console carry the whole country.
const mostDepartments = 10
const mostMatches = 50

/** `95,60`, in any case. */
const Departments = z
  .string()
  .max(60)
  .transform((text) => text.toUpperCase().split(','))
  .pipe(z.array(DepartmentCode).min(1).max(mostDepartments))

const SearchQuery = z.object({
  q: z.string().max(100),
  near: Departments.optional().transform((near) => near ?? []),
  limit: z.coerce.number().int().min(1).max(mostMatches).default(10),
})

const PackQuery = z.object({ department: Departments })

/**
 * To be mounted at `/api/communes`. Public data, but a search costs milliseconds: for who is signed in.
 * `GET /?q=&near=95,60&limit=` → `FoundCommune[]`, best first.
 * `GET /pack?department=95,60` → `CommunePack`, under the ETag of its hash: unchanged, it costs a 304.
 * A wrong parameter: 400 `request.invalid` with its field.
 */
export function communesRoutes(): Router {
  const router = Router()
  router.get('/', answerSearch)
  router.get('/pack', answerPack)
  return router
}

function answerSearch(request: Request, response: Response): void {
  const { q, near, limit } = parse(SearchQuery, request.query)
  response.json(searchCommunes(q, { near, limit }))
}

function answerPack(request: Request, response: Response): void {
  const pack = packCommunes(parse(PackQuery, request.query).department)
  response.set({ ETag: `"${pack.hash}"`, 'Cache-Control': 'no-cache' }).json(pack)
}
