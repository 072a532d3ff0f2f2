import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { csvHead, csvLines } from '#server/register/csv.ts'
import type { LogLine } from '#shared/register/queries.ts'
import { personId } from '../../test/support/drafts.ts'

const line: LogLine = {
  seq: 7,
  at: 0,
  recordedAt: null,
  happenedAt: null,
  by: personId(1),
  author: 'Alice Roux',
  type: 'journal.noted',
  fr: 'Gué coupé',
  en: 'Ford cut',
  struck: null,
}

function rows(lines: readonly LogLine[]): readonly Readonly<Record<string, string>>[] {
  const text = (csvHead() + csvLines(lines, 'real')).replace(/^\uFEFF/, '')
  return papaparse.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true })
    .data
}

test('[L240] each time of an export stands with its offset: the hour that comes twice is told apart', () => {
  const first = Date.parse('2026-10-25T00:30:00Z')
  const second = Date.parse('2026-10-25T01:30:00Z')
  const struck = { by: personId(2), author: 'Bob', at: second, reason: 'doublon' }
  const [one, other] = rows([
    { ...line, at: first },
    { ...line, at: second, happenedAt: first, recordedAt: second, struck },
  ])
  expect([one?.['Heure'], one?.['Instant']]).toEqual(['02:30:00', '2026-10-25T02:30:00+02:00'])
  expect([other?.['Heure'], other?.['Instant']]).toEqual(['02:30:00', '2026-10-25T02:30:00+01:00'])
  expect(other?.['Instant du fait']).toBe('2026-10-25T02:30:00+02:00')
  expect(other?.['Instant de l’horloge fausse']).toBe('2026-10-25T02:30:00+01:00')
  expect(other?.['Instant de la rature']).toBe('2026-10-25T02:30:00+01:00')
  expect(one?.['Instant du fait']).toBe('')
})
