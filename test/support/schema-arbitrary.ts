import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  string,
  stringMatching,
  type Arbitrary,
} from 'fast-check'
import type { z } from 'zod'

/*
 * Anything that a schema lets through, made from the schema itself: a new command is tried without anybody thinking of
 * it. Identifiers come from a small pool, so that commands often speak of the same things; what a refinement refuses is
 * drawn again.
 */

type Def = Readonly<Record<string, unknown>> & Readonly<{ type: string }>
type Pools = Readonly<{ uuid: Arbitrary<string>; member: Arbitrary<string>; instant: Arbitrary<number> }>

export function arbitraryOf<T extends z.ZodType>(schema: T, pools: Pools): Arbitrary<z.input<T>> {
  const raw = build(schema, pools)
  return raw.filter((value) => schema.safeParse(value).success) as Arbitrary<z.input<T>>
}

function build(schema: z.ZodType, pools: Pools): Arbitrary<unknown> {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
      return buildString(def, pools)
    case 'number':
      return buildNumber(def, pools)
    case 'boolean':
      return boolean()
    case 'null':
      return constant(null)
    case 'literal':
      return constantFrom(...(def['values'] as readonly unknown[]))
    case 'enum':
      return constantFrom(...Object.values(def['entries'] as Readonly<Record<string, string>>))
    default:
      return buildCompound(def, pools)
  }
}

function buildCompound(def: Def, pools: Pools): Arbitrary<unknown> {
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def['shape'] as Readonly<Record<string, z.ZodType>>)
      return record(Object.fromEntries(shape.map(([key, field]) => [key, arbitraryOf(field, pools)])))
    }
    case 'array': {
      const { minimum = 0, maximum = 8 } = limits(def)
      const element = arbitraryOf(def['element'] as z.ZodType, pools)
      return array(element, { minLength: minimum, maxLength: Math.min(maximum, minimum + 3) })
    }
    case 'union':
      return oneof(...(def['options'] as readonly z.ZodType[]).map((one) => arbitraryOf(one, pools)))
    case 'nullable':
      return option(arbitraryOf(def['innerType'] as z.ZodType, pools))
    case 'readonly':
      return arbitraryOf(def['innerType'] as z.ZodType, pools)
    case 'pipe':
      return arbitraryOf(def['in'] as z.ZodType, pools)
    default:
      throw new Error(`no arbitrary for ${def.type}`)
  }
}

const words = constantFrom(
  'Persan',
  'route coupée',
  'Œuvre\nde nuit',
  'a',
  '   ',
  '🌊',
  '<b>',
  '06 39 98 01 02',
)

function buildString(def: Def, { uuid, member }: Pools): Arbitrary<unknown> {
  const known = { uuid, email: constant('odile.garnier@exemple.test'), date: constant('2026-05-04') }
  const format = known[def['format'] as keyof typeof known] as Arbitrary<string> | undefined
  if (format !== undefined) return format
  const pattern = checksOf(def).find(({ pattern }) => pattern instanceof RegExp)?.['pattern']
  if (pattern instanceof RegExp) {
    return pattern.source.includes('[0-9a-f-]{36}') ? member : stringMatching(pattern)
  }
  const { minimum = 0, maximum = 60 } = limits(def)
  const prefix = checksOf(def).find(({ prefix }) => typeof prefix === 'string')?.['prefix']
  if (typeof prefix === 'string') return constant(`${prefix}v=19$m=8,t=1,p=1$c2Vs$dGFn`)
  return oneof(
    words,
    string({ minLength: minimum, maxLength: Math.min(maximum, minimum + 20), unit: 'grapheme' }),
  )
}

function buildNumber(def: Def, { instant }: Pools): Arbitrary<unknown> {
  const { minimum = -1_000, maximum = 1_000 } = limits(def)
  if (minimum > 1_000_000_000_000) return instant
  return oneof(
    integer({ min: minimum, max: Math.min(maximum, minimum + 5) }),
    integer({ min: minimum, max: maximum }),
  )
}

function limits(def: Def): Readonly<{ minimum?: number; maximum?: number }> {
  const checks = checksOf(def)
  const low = checks.find(({ check }) => check === 'min_length' || check === 'greater_than')
  const high = checks.findLast(({ check }) => check === 'max_length' || check === 'less_than')
  const minimum = low?.['minimum'] ?? low?.['value']
  const maximum = high?.['maximum'] ?? high?.['value']
  return {
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
  }
}

function checksOf(def: Def): readonly Def[] {
  const checks = (def['checks'] ?? []) as readonly z.core.$ZodCheck[]
  return checks.map((check) => check._zod.def as unknown as Def)
}

function defOf(schema: z.ZodType): Def {
  return schema._zod.def as unknown as Def
}
