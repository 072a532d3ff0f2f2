import { expect, test } from 'vitest'
import { audienceOf } from '#shared/access/visibility.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { initialState } from '#shared/state.ts'
import { Snapshots } from '#server/sync/snapshots.ts'
import { commandId } from '../../test/support/drafts.ts'

const viewOf = (n: number) => ({ audience: audienceOf(['callTaker']), crisis: CrisisId.parse(commandId(n)) })

test('[N225] a room that comes back shares one snapshot; whatever is followed, few are kept', async () => {
  const snapshots = new Snapshots({ state: initialState, hash: null })
  const first = snapshots.take(viewOf(1))
  expect(snapshots.take(viewOf(1))).toBe(first)
  await Promise.all(Array.from({ length: 100 }, (_, n) => snapshots.take(viewOf(2 + n))))
  expect(snapshots.take(viewOf(101))).toBe(snapshots.take(viewOf(101)))
  expect(snapshots.take(viewOf(1))).not.toBe(first)
})
