import type { State } from '#shared/state.ts'
import { drawToken, hashToken } from '#server/access/tokens.ts'

/**
 * The one-time link that makes the first administrator. It lives in memory and is shown in the terminal only: whoever
 * reads that terminal holds the machine anyway. It is spent as soon as any account exists.
 */
export class SetUpLink {
  readonly #token = drawToken()
  readonly #state: () => State

  constructor(state: () => State) {
    this.#state = state
  }

  /** Null once an account exists. */
  url(origin: string): string | null {
    return this.isOpen() ? `${origin}/bienvenue#mise-en-service=${this.#token}` : null
  }

  isOpen(): boolean {
    return Object.keys(this.#state().standing.people).length === 0
  }

  opens(token: string): boolean {
    return this.isOpen() && hashToken(token) === hashToken(this.#token)
  }
}
