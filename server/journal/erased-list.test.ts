import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import { commandId, personId } from '../../test/support/drafts.ts'
import { noteErased, readErased } from './erased-list.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cip-erased-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const erased = (n: number) => ({ seq: n, subject: personId(n) })

test('[J144] a line of the list of the erased that was cut short takes no other with it', () => {
  noteErased(folder, [erased(1), erased(2)])
  expect(readErased(folder)).toEqual([erased(1), erased(2)])
  writeFileSync(join(folder, 'erased.txt'), '3 10', { flag: 'a' })
  noteErased(folder, [erased(2), erased(3), erased(4)])
  noteErased(folder, [erased(5)])
  expect(readErased(folder)).toEqual([1, 2, 3, 4, 5].map(erased))
})

test('[J144] what is left of a member’s line is not another member’s', () => {
  const member = (n: number) => ({ seq: 9, subject: nthMemberId(commandId(1), n) })
  writeFileSync(join(folder, 'erased.txt'), `9 ${member(1).subject}`)
  expect(readErased(folder)).toEqual([])
  noteErased(folder, [member(12)])
  expect(readErased(folder)).toEqual([member(12)])
})
