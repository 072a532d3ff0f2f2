import { type JsonLimits, withinSteps } from '#server/lib/json-shape.ts'
import { jsonSteps } from '#server/lib/json-steps.ts'

/** A list's lines: envelope, command, members. Each is parsed in one go. */
const depthOfLines = 3

/** What a console has submitted, as it came: too long to be parsed while everybody waits. */
export class LongText {
  readonly #json: string
  readonly #limits: JsonLimits

  constructor(json: string, limits: JsonLimits) {
    this.#json = json
    this.#limits = limits
  }

  /** What it says; null where it says nothing that can be read, or that is worth it. */
  *steps(): Generator<void, unknown> {
    if (!(yield* withinSteps(this.#json, this.#limits))) return null
    try {
      return yield* jsonSteps(this.#json, depthOfLines)
    } catch (error) {
      if (error instanceof SyntaxError) return null
      throw error
    }
  }
}
