import type { Request, RequestHandler } from 'express'
import { whoIs, readToken, type SignedIn } from '#server/access/sessions.ts'
import { ApiError } from '#server/http/api-error.ts'
import type { IsSecure } from '#server/http/edge.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { Clock } from '#server/lib/clock.ts'

/** Who sends this request; throws 401 when nobody is signed in, 403 when a new password must be chosen first. */
export type ActorOf = (request: Request) => SignedIn

type ActorParts = Readonly<{ dispatcher: Dispatcher; clock: Clock; isSecure: IsSecure }>

export function createActorOf({ dispatcher, clock, isSecure }: ActorParts): ActorOf {
  return (request) => {
    const signedIn = whoIs(dispatcher.state, readToken(request, isSecure(request)), clock.now())
    if (signedIn === null) throw new ApiError(401, 'access.signed-out')
    if (isForAnother(request, signedIn)) throw new ApiError(409, 'access.other-person')
    if (signedIn.mustChangePassword) throw new ApiError(403, 'access.password-expired')
    return signedIn
  }
}

/** A console says whose it is (a download in its address): somebody else may have signed in in its browser since. */
export function isForAnother(request: Request, { person }: SignedIn): boolean {
  const said = request.get('x-cip-person') ?? request.query['person']
  return said !== undefined && said !== person
}

/** In front of routes that cost the server something and tell no secret. */
export function signedIn(actorOf: ActorOf): RequestHandler {
  return (request, _response, next) => {
    actorOf(request)
    next()
  }
}
