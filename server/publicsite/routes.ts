import { Router } from 'express'
import type { ActorOf } from '#server/http/actor.ts'
import { exercisePath } from '#server/publicsite/address.ts'
import type { PublicSite } from '#server/publicsite/site.ts'

type Deps = Readonly<{ site: PublicSite; actorOf: ActorOf }>

/** The exercise's page, as the public's would look: for the signed-in only, so that nobody takes it for real. */
export function exercisePage({ site, actorOf }: Deps): Router {
  const router = Router()
  router.get([exercisePath, `${exercisePath}/{*file}`], (request, response, next) => {
    actorOf(request)
    if (!site.handleExercise(request, response)) next()
  })
  return router
}
