import { whyNot } from '#shared/access/may.ts'
import { parseEnvelope, type ParsedEnvelope } from '#shared/command.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { unprintableReason } from '#shared/lib/text.ts'
import { parsingSteps } from '#shared/parsing-steps.ts'
import { isLongList } from '#shared/roster/long-list.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import type { SignedIn } from '#server/access/sessions.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { Logger } from '#server/lib/logger.ts'
import { OneByOne } from '#server/lib/one-by-one.ts'
import { inSlices } from '#server/lib/slices.ts'
import type { Metrics } from '#server/metrics.ts'
import { LongText } from '#server/sync/long-text.ts'

type Parts = Readonly<{ dispatcher: Dispatcher; metrics: Metrics; logger: Logger }>

/** `live`: who holds the session now; null once it has ended. */
export type Submission = Readonly<{
  input: unknown
  live: () => SignedIn | null
  onSignedOut: () => void
  answer: (outcome: Outcome) => void
}>

/** Takes what consoles submit to the write path and answers it. */
export class Submissions {
  readonly #parts: Parts
  /** Long lists, one at a time from their parsing to their outcome. */
  readonly #lists = new OneByOne()
  /** Whose is under way, or waits. */
  readonly #listing = new Set<PersonId>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What is long is read in slices: whatever its console and all others say meanwhile comes before it. */
  async take(submission: Submission): Promise<void> {
    const { input } = submission
    if (input instanceof LongText || isLongList(input)) return this.#takeLong(submission)
    return this.#carryOut(() => parseEnvelope(input), submission)
  }

  /** One of each person's is under way at most, and none of whoever may not: it costs others time, and memory while it waits. */
  async #takeLong(submission: Submission): Promise<void> {
    const { input, live, answer } = submission
    const { person = null, roles = [] } = live() ?? {}
    const why = person === null ? null : whyNot({ roles, crisis: null }, 'roster.import')
    if (why !== null) return answer({ status: 'refused', refusal: { code: why, field: null, detail: null } })
    if (person !== null && this.#listing.has(person)) return answer({ status: 'unavailable' })
    if (person !== null) this.#listing.add(person)
    const said = this.#lists.take(async () => {
      const whole = input instanceof LongText ? await inSlices(input.steps()) : input
      const parsed = isLongList(whole) ? await inSlices(parsingSteps(whole)) : parseEnvelope(whole)
      await this.#carryOut(() => parsed, submission)
    })
    await said.finally(() => person !== null && this.#listing.delete(person))
  }

  async #carryOut(
    parse: () => ParsedEnvelope,
    { live, onSignedOut, answer }: Omit<Submission, 'input'>,
  ): Promise<void> {
    const { dispatcher, metrics, logger } = this.#parts
    const started = performance.now()
    const signedIn = live()
    if (signedIn === null) {
      // Not refused: its author signs in again, and the outbox sends it then.
      onSignedOut()
      return answer({ status: 'unavailable' })
    }
    const parsed = parse()
    if (!parsed.ok) {
      metrics.commands.inc({ type: 'unknown', outcome: 'invalid' })
      return answer(invalid(parsed))
    }
    const { person, roles } = signedIn
    const outcome = await dispatcher
      .submit(parsed.envelope, { person, roles })
      .catch((error: unknown): Outcome => {
        logger.error({ error, type: parsed.envelope.command.type }, 'a command failed')
        return { status: 'unavailable' }
      })
    answer(outcome)
    metrics.commands.inc({ type: parsed.envelope.command.type, outcome: outcome.status })
    metrics.acknowledgement.observe((performance.now() - started) / 1000)
  }
}

function invalid({ field, reason }: Readonly<{ field: string; reason: string }>): Outcome {
  const [fault, ...detail] = reason.split(' ')
  return fault === unprintableReason
    ? { status: 'refused', refusal: { code: 'command.unprintable', field, detail: detail.join(' ') } }
    : { status: 'refused', refusal: { code: 'command.invalid', field, detail: null } }
}
