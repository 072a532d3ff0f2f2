import { Router } from 'express'
import { mayAsk } from '#shared/access/may-ask.ts'
import type { ActorOf } from '#server/http/actor.ts'
import { ApiError } from '#server/http/api-error.ts'
import type { Journal } from '#server/journal/port.ts'

type Parts = Readonly<{ journal: Pick<Journal, 'unreadable'>; actorOf: ActorOf }>

/** To be mounted at `/api/journal`. `GET /unreadable`, for administrators: whose sealed data does not open. */
export function journalRoutes({ journal, actorOf }: Parts): Router {
  const router = Router()
  router.get('/unreadable', (request, response) => {
    const { roles } = actorOf(request)
    if (!mayAsk(roles, 'unreadableData')) throw new ApiError(403, 'command.forbidden')
    response.json(journal.unreadable())
  })
  return router
}
