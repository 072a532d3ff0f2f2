import { type mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeFolder } from './make-folder.ts'

vi.mock(import('node:fs'), async (original) => {
  const fs = await original()
  // Another server makes each folder just before this one does.
  const mkdir = (path: string, options: object) => {
    fs.mkdirSync(path, options)
    return fs.mkdirSync(path, options)
  }
  return { ...fs, mkdirSync: mkdir as typeof mkdirSync }
})

test('[J172] of two servers that start at once on a folder that is missing, the second takes what the first has made', () => {
  const above = mkdtempSync(join(tmpdir(), 'cip-make-folder-'))
  expect(() => makeFolder(join(above, 'a', 'b'))).not.toThrow()
  rmSync(above, { recursive: true })
})
