import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/journal/entry.ts'
import { announce, readAnnouncement } from './redis-announcements.ts'
import { encrypt } from './seal.ts'

const master = createSecretKey(randomBytes(32))
const entries = [
  {
    seq: 7,
    hash: 'ab',
    event: { type: 'calls.logged', subject: 'alice', urgent: 'alice', personal: { note: 'cave inondée' } },
  },
] as unknown as readonly Entry[]
const nothing = { after: null, entries: [] }

test('[J39] what a node announces is read as it was stored, by a holder of the master key alone', () => {
  const message = announce(master, Buffer.from('cd', 'hex'), entries)
  expect(message.includes('cave')).toBe(false)
  expect(readAnnouncement(master, message)).toEqual({ after: 'cd', entries })
  expect(readAnnouncement(createSecretKey(randomBytes(32)), message)).toEqual(nothing)
})

test('[J39] an announcement of another version tells nothing: the stream tells it', () => {
  expect(readAnnouncement(master, encrypt(master, Buffer.from('{"head":7}')))).toEqual(nothing)
})
