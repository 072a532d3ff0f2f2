import { expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import type { SignedIn } from '#server/access/sessions.ts'
import { createMetrics } from '#server/metrics.ts'
import { Submissions } from '#server/sync/submissions.ts'
import { LongText } from '#server/sync/long-text.ts'
import { commandId, personId } from '../../test/support/drafts.ts'
import { member } from '../../test/support/members.ts'

const limits = { depth: 24, values: 400_000 }
const text = JSON.stringify({
  id: commandId(1),
  crisis: null,
  command: {
    type: 'roster.import',
    members: Array.from({ length: 300 }, (_, n) => ({ id: null, member: member(n % 90) })),
    remove: [],
  },
})

/** The write path answers when the test says so. */
function desk() {
  const accepted: (() => void)[] = []
  const submit = () =>
    new Promise<Outcome>((done) => accepted.push(() => done({ status: 'accepted', at: 0 } as Outcome)))
  const metrics = createMetrics({
    head: () => 0,
    isStoring: () => true,
    followers: () => [],
    lastBackup: () => 0,
  })
  const submissions = new Submissions({
    dispatcher: { submit },
    metrics,
    logger: { error: () => undefined },
  } as never)
  const answers: Outcome[] = []
  const say = (n: number, role: Role) =>
    submissions.take({
      input: new LongText(text, limits),
      live: () => ({ person: personId(n), roles: [role] }) as unknown as SignedIn,
      onSignedOut: () => undefined,
      answer: (outcome) => void answers.push(outcome),
    })
  return { accepted, answers, say }
}

test('[N229] a long list of somebody who may not import is refused unread', async () => {
  const { accepted, answers, say } = desk()
  await say(1, 'quality')
  expect(answers).toMatchObject([{ status: 'refused', refusal: { code: 'command.forbidden' } }])
  expect(accepted).toEqual([])
})

test('[N229] of each person’s long lists one is under way at a time: the next one is to be sent again', async () => {
  const { accepted, answers, say } = desk()
  const first = say(1, 'hr')
  await say(1, 'hr')
  expect(answers).toEqual([{ status: 'unavailable' }])
  await expect.poll(() => accepted.length).toBe(1)
  accepted[0]?.()
  await first
  const again = say(1, 'hr')
  await expect.poll(() => accepted.length).toBe(2)
  accepted[1]?.()
  await again
  expect(answers.map(({ status }) => status)).toEqual(['unavailable', 'accepted', 'accepted'])
})
