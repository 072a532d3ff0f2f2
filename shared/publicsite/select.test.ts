import { expect, test } from 'vitest'
import { crisis, message, t0, takenBack, version } from '#shared/publicsite/page.fixture.ts'
import { minute } from '#shared/lib/time.ts'
import { guidingMessage, standingMessage, statusOf } from '#shared/publicsite/select.ts'

const guide = message({ id: 'guide', kind: 'instructions' })
const info = message({
  id: 'info',
  kind: 'lineOpened',
  versions: [version({ publishedAt: t0 + 30 * minute })],
})
const later = message({
  id: 'later',
  kind: 'instructions',
  versions: [version({ publishedAt: t0 + 20 * minute })],
})
const now = t0 + 40 * minute

function guides(...messages: readonly (typeof guide)[]) {
  return guidingMessage(crisis(false, { messages }), now)?.id ?? null
}

test('[W2] a message that informs does not push the instructions out', () => {
  expect(guides(info, guide)).toBe('guide')
})

test('[W2] newer instructions take the place of older ones, in whatever order they come', () => {
  expect(guides(guide, later)).toBe('later')
  expect(guides(later, guide)).toBe('later')
})

test('[W2] mending an older message does not bring its instructions back', () => {
  const mended = version({ publishedAt: now, correction: 'Une faute.' })
  expect(guides({ ...guide, versions: [...guide.versions, mended] }, later)).toBe('later')
})

test('[W2] expired instructions are no longer in force', () => {
  const expired = message({ id: 'x', versions: [version({ expiresAt: now })] })
  expect(guides(expired)).toBeNull()
  expect(guides(message({ id: 'x', versions: [version({ expiresAt: now + 1 })] }))).toBe('x')
})

test('[W2] without a message that guides, any instructions are better than none', () => {
  expect(guides(info)).toBe('info')
})

test('[W3] a withdrawn message neither guides nor stands', () => {
  const gone = { ...later, withdrawn: takenBack('Faux.', now) }
  expect(guides(gone, guide)).toBe('guide')
  expect(standingMessage(crisis(false, { messages: [gone] }))).toBeNull()
  expect(statusOf(gone)).toBe('withdrawn')
})
