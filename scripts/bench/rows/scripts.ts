/** The figures that have a program of their own: each prints them as JSON on its last line. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Bench, Figure, Row } from '../lib/figure.ts'

const execute = promisify(execFile)

async function figuresOf<T>(script: string, args: readonly string[]): Promise<T> {
  const file = new URL(`../${script}`, import.meta.url).pathname
  const { stdout } = await execute(process.execPath, [file, ...args], { maxBuffer: 16 * 1024 * 1024 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
}

type JournalFigures = Readonly<{ rowsPerSecond: Readonly<Record<string, number>>; ratio: number }>

async function journal({ rounds, isQuick }: Bench): Promise<readonly Figure[]> {
  const args = ['--json', '--rounds', String(rounds), '--batches', isQuick ? '30' : '300']
  const { rowsPerSecond, ratio } = await figuresOf<JournalFigures>('journal.ts', args)
  return [
    {
      path: 'the journal alone',
      work: 'batches of 64, against raw grouped SQLite',
      ours: rowsPerSecond['journal'] ?? Number.NaN,
      limit: rowsPerSecond['raw'] ?? Number.NaN,
      unit: 'rows/s',
      score: ratio,
      must: 0.25,
      aim: 0.8,
      better: 'higher',
      rounds,
    },
  ]
}

type SearchFigures = readonly Readonly<{ total: number; all: Readonly<{ p99: number }> }>[]

async function search({ isQuick }: Bench): Promise<readonly Figure[]> {
  const sizes = isQuick ? ['2000'] : ['100000', '1000000']
  const results = await figuresOf<SearchFigures>('search.ts', sizes)
  return results.map(({ total, all }) => ({
    path: 'search while typing, newest first',
    work: `${total} sheets, p99`,
    ours: all.p99,
    limit: null,
    unit: 'ms',
    score: all.p99,
    must: 50,
    aim: 10,
    better: 'lower',
    rounds: 1,
  }))
}

type PageFigures = Readonly<{
  results: readonly Readonly<{ path: string; limit: number; site: number; ratio: number; rounds: number }>[]
}>

async function page({ rounds }: Bench): Promise<readonly Figure[]> {
  const { results } = await figuresOf<PageFigures>('public-page.ts', [String(rounds)])
  return results.map(({ path, limit, site, ratio, rounds }) => ({
    path: 'public page',
    work: `${path}, 100 connections, against raw node:http`,
    ours: site,
    limit,
    unit: '/s',
    score: ratio,
    must: 0.8,
    aim: 1,
    better: 'higher',
    rounds,
  }))
}

export const scripts: readonly Row[] = [
  { name: 'journal', about: 'the journal alone, batches of 64', run: journal },
  { name: 'search', about: 'search while typing over 100,000 and 1,000,000 sheets', run: search },
  { name: 'page', about: 'the public page against raw node:http', run: page },
]
