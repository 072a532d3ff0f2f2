import { sample } from 'fast-check'
import { expect, test } from 'vitest'
import { parseEnvelope } from '#shared/command.ts'
import { Key } from '#shared/lib/key.ts'
import { variants } from '../../test/support/any-command.ts'
import { commandId } from '../../test/support/drafts.ts'

test('[X220] what every object has by itself is no key', () => {
  for (const key of Object.getOwnPropertyNames(Object.prototype)) {
    expect([key, Key.safeParse(key).success]).toEqual([key, false])
  }
  for (const key of ['constructeur', 'flood-1', commandId(1)]) expect(Key.safeParse(key).success).toBe(true)
})

/** Fields that hold words for people, by which nothing is looked up. Every other text names something. */
const words = new Set(
  [
    'address agent answer body bornOrAge comment correction crisisNumber declaredElsewhere description fact firstName',
    'givenBy instructions label language languages lastContact lastName login name nationality note override place',
    'reason redirectedTo relation request service skills statements text title what where',
  ].flatMap((line) => line.split(' ')),
)

/** The value with each of its texts, one at a time, replaced by `text`, and the field where it stood. */
function* replaced(
  value: unknown,
  text: string,
  field = '',
): Generator<readonly [field: string, changed: unknown]> {
  if (typeof value === 'string') yield [field, text]
  if (Array.isArray(value)) {
    for (const [n, inner] of value.entries()) {
      for (const [where, changed] of replaced(inner, text, field)) yield [where, value.with(n, changed)]
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      for (const [where, changed] of replaced(inner, text, key)) yield [where, { ...value, [key]: changed }]
    }
  }
}

function isLetThrough(command: unknown): boolean {
  const crises = [commandId(1), null]
  return crises.some((crisis) => parseEnvelope({ id: commandId(2), crisis, command }).ok)
}

test('[X220] no command names anything by what every object has by itself', () => {
  const commands = variants.flatMap(({ arbitrary }) => sample(arbitrary, { seed: 7, numRuns: 30 }))
  for (const command of commands) {
    const named = [...replaced(command, 'constructor')].filter(([field]) => !words.has(field))
    const passed = named.filter(([, changed]) => isLetThrough(changed)).map(([field]) => field)
    expect([command.type, passed]).toEqual([command.type, []])
  }
})
