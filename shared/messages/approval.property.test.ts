import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash } from '#shared/messages/content.ts'
import type { Message } from '#shared/messages/state.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { player, Stage, type Player } from '../../test/support/stage.ts'

// Everybody may do everything that several roles together allow: only the rules stand between a text and the public.
const everyone = [1, 2, 3].map((n) => player(n, 'comms', 'approver'))

const verbs = [
  'draft',
  'edit',
  'submit',
  'approve',
  'sendBack',
  'publish',
  'correct',
  'withdraw',
  'discard',
] as const
type Verb = (typeof verbs)[number]
type Move = Readonly<{ verb: Verb; who: number; which: number; text: number; stale: boolean }>

const move: fc.Arbitrary<Move> = fc.record({
  verb: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('edit', 'submit', 'approve', 'publish') },
    { weight: 1, arbitrary: fc.constantFrom(...verbs) },
  ),
  who: fc.nat(2),
  which: fc.nat(1),
  text: fc.nat(3),
  // Mostly what the screen shows: else hardly any text gets as far as the public.
  stale: fc.nat(9).map((n) => n === 0),
})

const elsewhere = '0'.repeat(64)

function play(stage: Stage, { verb, who, which, text, stale }: Move): void {
  const by = everyone[who] as Player
  const content = { ...emptyContent, title: `Texte ${text}`, what: 'La préfecture informe.' }
  if (verb === 'draft') {
    stage.does(by, { type: 'messages.draft', kind: 'instructions', template: null, content })
    return
  }
  const target = Object.values(stage.it.messages)[which]
  if (target === undefined) return
  stage.does(by, commandOn(target, { verb, content, stale }))
}

function commandOn(
  { id: message, draft }: Message,
  {
    verb,
    content,
    stale,
  }: Readonly<{ verb: Exclude<Verb, 'draft'>; content: typeof emptyContent; stale: boolean }>,
) {
  const hash = stale || draft === null ? elsewhere : draft.hash
  const basedOn = (draft?.revision ?? 1) + (stale ? 1 : 0)
  switch (verb) {
    case 'edit':
      return { type: 'messages.edit', message, basedOn, content, correction: null } as const
    case 'sendBack':
      return { type: 'messages.sendBack', message, comment: 'Non' } as const
    case 'correct':
      return { type: 'messages.correct', message, correction: 'Erreur' } as const
    case 'withdraw':
      return { type: 'messages.withdraw', message, reason: 'Fini' } as const
    case 'discard':
      return { type: 'messages.discard', message } as const
    default:
      return { type: `messages.${verb}`, message, hash } as const
  }
}

test('[B20] whatever is done in whatever order, what is out was approved, word for word, by a person who did not write it', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80 }), (moves) => {
      const stage = Stage.inCrisis()
      for (const one of moves) play(stage, one)
      for (const { id, kind, versions } of Object.values(stage.it.messages)) {
        for (const { content, correction, hash, approved } of versions) {
          expect(contentHash({ message: id, kind, content, correction })).toBe(hash)
          const writers = stage.entries
            .filter(({ event }) => 'hash' in event && event.hash === hash)
            .filter(({ event }) => event.type === 'messages.drafted' || event.type === 'messages.edited')
          const approval = stage.entries.find(
            ({ event, by }) =>
              event.type === 'messages.approved' && event.hash === hash && by === approved.by,
          )
          expect(approval).toBeDefined()
          expect(writers.findLast(({ seq }) => seq < (approval?.seq ?? 0))?.by).not.toBe(approved.by)
        }
      }
    }),
    { seed: 2026, numRuns: 400 },
  )
})

test('[B20] everything the sheet says was approved and nothing in it was withdrawn', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80 }), (moves) => {
      const stage = Stage.inCrisis()
      for (const one of moves) play(stage, one)
      const { messages, talkingpoints } = stage.it
      for (const { message, hash } of talkingpoints.sections) {
        expect(messages[message]?.withdrawn).toBeNull()
        expect(
          stage.entries.some(({ event }) => event.type === 'messages.approved' && event.hash === hash),
        ).toBe(true)
      }
    }),
    { seed: 2026, numRuns: 200 },
  )
})
