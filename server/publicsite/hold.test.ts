import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followHold, hold, release } from '#server/publicsite/hold.ts'

let data: string
let folder: string

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'cip-hold-'))
  folder = join(data, 'public')
  mkdirSync(folder)
})
afterEach(() => rmSync(data, { recursive: true }))

test('[F113] a folder that is moved away, or made anew, releases nothing; its own file alone does', () => {
  const since = followHold(folder)
  const isHeld = () => since() !== null
  expect(isHeld()).toBe(false)
  hold(folder)
  expect(isHeld()).toBe(true)
  renameSync(folder, join(data, 'away'))
  expect(isHeld()).toBe(true)
  mkdirSync(folder)
  expect(isHeld()).toBe(true)
  rmSync(folder, { recursive: true })
  renameSync(join(data, 'away'), folder)
  expect(isHeld()).toBe(true)
  release(folder)
  expect(isHeld()).toBe(false)
})
