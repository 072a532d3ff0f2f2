import { expect } from 'vitest'
import { MessageId, type CrisisId } from '#shared/lib/id.ts'
import { hour } from '#shared/lib/time.ts'
import { emptyContent } from '#shared/messages/template.ts'
import type { Sent } from '#client/sync/outbox.ts'
import { newCommandId } from '#scripts/headless/headless-console.ts'
import type { TestApp } from './app.ts'

/** The way to the public of « Montez à l’étage », by those who may take it: what the last step that was taken came to. */
export async function bringOut(
  app: Pick<TestApp, 'console'>,
  crisis: CrisisId,
): Promise<Readonly<{ message: MessageId; sent: Sent }>> {
  const [comms, approver] = await Promise.all([app.console('comms', crisis), app.console('approver', crisis)])
  const id = newCommandId()
  const message = MessageId.parse(id)
  const content = {
    ...emptyContent,
    title: 'Montez à l’étage',
    what: 'La préfecture alerte : l’eau monte à Persan depuis 2 h.',
    instructions: ['Montez à l’étage.'],
    where: 'Persan',
    nextPointAt: Date.now() + hour,
  }
  await comms.submit({ type: 'messages.draft', kind: 'firstMessage', template: null, content }, id)
  await comms.until(() => comms.crisis.messages[message] !== undefined)
  const hash = comms.crisis.messages[message]?.draft?.hash ?? ''
  expect(await comms.submit({ type: 'messages.submit', message, hash })).toMatchObject({ status: 'recorded' })
  const approved = await approver.submit({ type: 'messages.approve', message, hash })
  if (approved.status !== 'recorded') return { message, sent: approved }
  return { message, sent: await comms.submit({ type: 'messages.publish', message, hash }) }
}
