import { type JsonLimits, withinSteps } from '#server/lib/json-shape.ts'

/** What a console has submitted, as it came: too long to be looked at while everybody waits. */
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
      // In one go: parsing that lets others in takes two to four times as long, and is a parser of its own to be attacked.
      return JSON.parse(this.#json)
    } catch (error) {
      if (error instanceof SyntaxError) return null
      throw error
    }
  }
}
