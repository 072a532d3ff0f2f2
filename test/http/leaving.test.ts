import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import type { Command } from '#shared/command.ts'
import { type CommandId, MessageId } from '#shared/lib/id.ts'
import { day, minute } from '#shared/lib/time.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { HandClock } from '../support/hand-clock.ts'

test('[W100] a closed crisis leaves the page after seven days though nobody does anything, after a restart too', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cip-leaving-'))
  const clock = new HandClock(Date.now())
  const settings = { journal: 'sqlite', dataDir, clock, timers: clock } as const
  // The page is made on a real disk, while the clock's time runs by hand.
  const page = async ({ url }: TestApp) => {
    await clock.pass(minute)
    return (await fetch(`${url}/info`)).text()
  }
  {
    await using app = await TestApp.start(settings)
    await publishAndClose(app)
    await expect.poll(() => page(app), { timeout: 15_000 }).toContain('Terminé')
    await clock.pass(day)
  }
  await using app = await TestApp.start(settings)
  await expect.poll(() => page(app), { timeout: 15_000 }).toContain('Terminé')
  await clock.pass(5 * day)
  expect(await page(app)).toContain('Terminé')
  await clock.pass(2 * day)
  await expect.poll(() => page(app), { timeout: 15_000 }).not.toContain('Terminé')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
})

async function publishAndClose(app: TestApp): Promise<void> {
  const [comms, approver] = [await app.console('comms'), await app.console('approver')]
  const crisis = await openCrisis(await app.console('switchboard'), 'real')
  await Promise.all([comms.follow(crisis), approver.follow(crisis)])
  const message = MessageId.parse(newCommandId())
  const content = { ...emptyContent, title: 'Montez à l’étage', what: 'L’eau monte à Persan.' }
  const say = async (console: HeadlessConsole, command: Command, id?: CommandId) =>
    expect(await console.submit(command, id)).toMatchObject({ status: 'recorded' })
  const hashAt = async (console: HeadlessConsole, stage: string) => {
    const draftOf = () => console.crisis.messages[message]?.draft
    await console.until(() => draftOf()?.stage.is === stage)
    return draftOf()?.hash ?? ''
  }
  const draft = { type: 'messages.draft', kind: 'firstMessage', template: null, content } as const
  await say(comms, draft, message as never)
  await say(comms, { type: 'messages.submit', message, hash: await hashAt(comms, 'drafting') })
  await say(approver, { type: 'messages.approve', message, hash: await hashAt(approver, 'submitted') })
  await say(comms, { type: 'messages.publish', message, hash: await hashAt(comms, 'approved') })
  await say(approver, { type: 'activation.close', reason: 'Décrue' })
}
