/**
 * Search while typing over many call sheets: builds a register from a made-up journal through the real feed and
 * worker, then types queries letter by letter. Prints p50, p99 and the worst per kind of query, the time to rebuild and
 * to reopen, and the same as one line of JSON.
 *
 *   node scripts/bench/search.ts [--help] [sheets …]     default: 100000 1000000
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reasons } from '#shared/calls/reasons.ts'
import { outcomes } from '#shared/calls/outcomes.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { CommandId, CrisisId, PersonId, SheetId } from '#shared/lib/id.ts'
import { initialState } from '#shared/state.ts'
import { SheetQuery } from '#shared/register/queries.ts'
import { Followers } from '#server/followers/followers.ts'
import { systemClock, systemTimers } from '#server/lib/clock.ts'
import { createLogger } from '#server/lib/logger.ts'
import { openRegister } from '#server/register/sqlite.ts'
import type { Register } from '#server/register/port.ts'

const start = 1_780_300_800_000
const days = 5
const limit = 50

/** A small fixed generator (mulberry32): every run builds the same sheets. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const common =
  'route fermée école eau maison inondation évacuation enfant mère médicament pont crue train électricité quartier rivière sous-sol cave voiture départ'.split(
    ' ',
  )
const syllables = 'ma ri lo du pon ber tin le gar ni che val mo ra sau vi per san bel cou'.split(' ')

function uuid(n: number): string {
  const hex = n.toString(16).padStart(12, '0')
  return `01977f00-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8000-${hex}`
}
const crisis = CrisisId.parse(uuid(1))

type Random = ReturnType<typeof createRandom>

function name(random: Random): string {
  const syllable = () => syllables[random(syllables.length)] ?? ''
  return syllable() + syllable() + (random(2) === 0 ? '' : syllable())
}

/** Frequent words are much more frequent than rare ones, as in any language. */
function sentence(random: Random): string {
  const word = () =>
    random(10) < 7 ? (common[Math.min(random(common.length), random(common.length))] ?? '') : name(random)
  return Array.from({ length: 8 }, word).join(' ')
}

/** Entry `seq` of the journal, the same whenever it is asked for. */
function entryAt(seq: number, total: number): Entry {
  const random = createRandom(seq)
  const at = start + Math.floor((seq / total) * days * 86_400_000)
  const reason = reasons[random(reasons.length)] ?? reasons[0]
  const outcome = outcomes[random(outcomes.length)] ?? 'answered'
  if (reason === undefined) throw new Error('no reasons')
  return {
    seq,
    at,
    by: PersonId.parse(uuid(1_000 + random(60))),
    crisis,
    command: CommandId.parse(uuid(10_000 + seq)),
    hash: '',
    event: {
      type: 'calls.logged',
      subject: SheetId.parse(uuid(10_000 + seq)),
      content: {
        startedAt: at,
        seconds: 180,
        channel: 'phone',
        reason,
        commune: { code: String(95_000 + Math.min(random(180), random(180))), name: name(random) },
        outcome,
        urgency: 'normal',
        callerStatus: null,
        redirectedTo: null,
        upward: null,
      },
      talkingPoints: 1,
      callback: null,
      linkedTo: null,
      urgent: null,
      sealed: true,
      personal: {
        caller: {
          name: `${name(random)} ${name(random)}`,
          phone: `+336${String(10_000_000 + random(89_999_999))}`,
          address: null,
          language: null,
          relation: null,
        },
        sought: null,
        note: null,
        request: sentence(random),
        answer: null,
        callbackNote: null,
      },
    },
  }
}

/** What hands do: words letter by letter, a filter now and then, a number. */
const kinds: Readonly<Record<string, (random: Random) => Record<string, string>>> = {
  'one letter': (random) => ({ text: 'rmdpescv'[random(8)] ?? '' }),
  'beginning of a name': (random) => ({ text: name(random).slice(0, 2 + random(4)) }),
  'common word': (random) => ({ text: (common[random(common.length)] ?? '').slice(0, 3 + random(9)) }),
  'two words': (random) => ({ text: `${common[random(common.length)]} ${name(random)}` }),
  'three common words': (random) => ({ text: sentence(random).split(' ').slice(0, 3).join(' ') }),
  'phone number': (random) => ({ text: `06 ${10 + random(89)} ${10 + random(89)} ${random(9)}` }),
  'word and filters': (random) => ({
    text: name(random).slice(0, 4),
    reason: reasons[random(reasons.length)] ?? '',
    commune: String(95_000 + random(180)),
  }),
  'filters alone': (random) => ({
    outcome: outcomes[random(outcomes.length)] ?? '',
    commune: String(95_000 + random(180)),
  }),
  'an old day': (random) => ({
    text: 'pont',
    from: '2026-06-01',
    theme: reasons[random(40)]?.split('.')[0] ?? '',
  }),
  'nothing found': (random) => ({ text: `${common[random(5)]} zzz${name(random)}` }),
}

type Times = Readonly<{ p50: number; p99: number; worst: number }>

function summarise(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), worst: at(1) }
}

async function time(register: Register, query: Record<string, string>): Promise<number> {
  const parsed = SheetQuery.parse({ crisis, limit, ...query })
  const before = performance.now()
  await register.searchSheets(parsed, 'whole')
  return performance.now() - before
}

async function measure(total: number) {
  const folder = mkdtempSync(join(tmpdir(), 'cip-search-'))
  const journal = {
    read: (after: number, count: number) =>
      Promise.resolve(
        Array.from({ length: Math.min(count, total - after) }, (_, n) => entryAt(after + n + 1, total)),
      ),
  }
  const at = { seq: total, hash: '' }
  const parts = { clock: systemClock, timers: systemTimers, logger: createLogger('error') }
  const open = () =>
    openRegister({ folder, followers: new Followers({ journal, ...parts, state: initialState, at }) })
  const building = performance.now()
  const built = open()
  await built.waitFor(total)
  const rebuild = (performance.now() - building) / 1_000
  await built[Symbol.asyncDispose]()

  const opening = performance.now()
  await using register = open()
  await register.waitFor(total)
  const reopen = performance.now() - opening

  const random = createRandom(42)
  const all: number[] = []
  const byKind: Record<string, Times> = {}
  for (const [kind, make] of Object.entries(kinds)) {
    const times: number[] = []
    for (let n = 0; n < 100; n++) times.push(await time(register, make(random)))
    all.push(...times)
    byKind[kind] = summarise(times)
  }
  const megabytes = statSync(join(folder, 'register.sqlite')).size / 1e6
  rmSync(folder, { recursive: true })
  return { total, rebuild, perSecond: total / rebuild, reopen, megabytes, all: summarise(all), byKind }
}

const given = process.argv.slice(2)
if (given.includes('--help')) {
  console.log(
    'node scripts/bench/search.ts [sheets …]: search while typing, default 100000 and 1000000 sheets',
  )
} else {
  const sizes = given.length === 0 ? [100_000, 1_000_000] : given.map(Number)
  const results = []
  for (const size of sizes) {
    const result = await measure(size)
    results.push(result)
    console.log(
      `\n${size} sheets: rebuilt in ${result.rebuild.toFixed(1)} s (${Math.round(result.perSecond)}/s), reopened in ${result.reopen.toFixed(0)} ms, ${result.megabytes.toFixed(0)} MB`,
    )
    const rows = Object.entries({ ...result.byKind, ALL: result.all })
    console.table(
      Object.fromEntries(
        rows.map(([kind, { p50, p99, worst }]) => [
          kind,
          { p50: +p50.toFixed(2), p99: +p99.toFixed(2), worst: +worst.toFixed(2) },
        ]),
      ),
    )
  }
  console.log(JSON.stringify(results))
}
