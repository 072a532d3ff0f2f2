import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastBackup, noteBackup } from './last-backup.ts'

test('[J146] what is known of the last backup stays where another cannot be noted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cip-backup-'))
  expect(lastBackup(folder)).toBe(0)
  noteBackup(folder, 1_795_000_000_000)
  // As on a full disk: the bytes cannot be written.
  mkdirSync(join(folder, 'last-backup.new'))
  expect(() => noteBackup(folder, 1_796_000_000_000)).toThrow()
  expect(lastBackup(folder)).toBe(1_795_000_000_000)
  rmSync(folder, { recursive: true })
})
