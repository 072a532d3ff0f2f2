import { constantFrom, integer, oneof, type Arbitrary } from 'fast-check'
import { CrisisCommand, StandingCommand, type Command } from '#shared/command.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import { hour } from '#shared/lib/time.ts'
import { commandId, t0 } from './drafts.ts'
import { arbitraryOf } from './schema-arbitrary.ts'

/** Ids of the first commands of a play: what they made is what later ones speak of. */
const known = integer({ min: 1, max: 12 })
const pools = {
  uuid: known.map(commandId),
  member: known.chain((n) => constantFrom(...[0, 1, 2].map((nth) => nthMemberId(commandId(n), nth)))),
  instant: integer({ min: t0 - 30 * hour, max: t0 + 30 * hour }),
}

type Variant = Readonly<{ type: Command['type']; arbitrary: Arbitrary<Command> }>

/** Each command by its type, drawn from its own schema. */
export const variants: readonly Variant[] = [StandingCommand, CrisisCommand].flatMap(variantsOf)

export const anyCommand: Arbitrary<Command> = oneof(...variants.map(({ arbitrary }) => arbitrary))

type Options = readonly (typeof StandingCommand)['options'][number][]

function variantsOf(union: Readonly<{ options: readonly unknown[] }>): readonly Variant[] {
  return (union.options as Options).flatMap((option) => {
    if ('options' in option) return variantsOf(option)
    const [type] = (option.shape.type as unknown as { _zod: { def: { values: Command['type'][] } } })._zod.def
      .values
    if (type === undefined) throw new Error('a command without a type')
    return [{ type, arbitrary: arbitraryOf(option, pools) as Arbitrary<Command> }]
  })
}
