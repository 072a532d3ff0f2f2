import { CAP_1_2 } from '@dec112/cap-ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#shared/command.ts'
import { MessageId } from '#shared/lib/id.ts'
import { hour } from '#shared/lib/time.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { unacknowledged } from '#shared/talkingpoints/select.ts'
import { newCommandId, type HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { eventually } from '../support/eventually.ts'

let app: TestApp
let comms: HeadlessConsole
let approver: HeadlessConsole
beforeEach(async () => {
  app = await TestApp.start()
  comms = await app.console('comms')
  approver = await app.console('approver')
})
afterEach(() => app[Symbol.asyncDispose]())

async function open(kind: 'real' | 'exercise') {
  const crisis = await openCrisis(await app.console('switchboard'), kind)
  await Promise.all([comms.follow(crisis), approver.follow(crisis)])
  return crisis
}

async function say(console: HeadlessConsole, command: Command): Promise<void> {
  expect(await console.submit(command)).toMatchObject({ status: 'recorded' })
}

async function draft(): Promise<MessageId> {
  const id = newCommandId()
  const content = {
    ...emptyContent,
    title: 'Montez à l’étage',
    what: 'La préfecture alerte : l’eau monte à Persan depuis 2 h.',
    instructions: ['Montez à l’étage.'],
    where: 'Persan',
    nextPointAt: Date.now() + hour,
  }
  const command = { type: 'messages.draft', kind: 'firstMessage', template: null, content } as const
  expect(await comms.submit(command, id)).toMatchObject({ status: 'recorded' })
  return MessageId.parse(id)
}

/** The hash as this console sees it, once it sees the message in that stage. */
async function hashAt(console: HeadlessConsole, message: MessageId, stage: string): Promise<string> {
  const draftOf = () => console.crisis.messages[message]?.draft
  await console.until(() => draftOf()?.stage.is === stage)
  return draftOf()?.hash ?? ''
}

async function approve(message: MessageId): Promise<void> {
  await say(comms, { type: 'messages.submit', message, hash: await hashAt(comms, message, 'drafting') })
  await say(approver, {
    type: 'messages.approve',
    message,
    hash: await hashAt(approver, message, 'submitted'),
  })
}

async function publish(message: MessageId): Promise<void> {
  await say(comms, { type: 'messages.publish', message, hash: await hashAt(comms, message, 'approved') })
}

async function read(path: string, headers: Record<string, string> = {}): Promise<string> {
  return await (await fetch(app.url + path, { headers })).text()
}

test('[B23] what is approved and published is on the page, in the feeds and in a CAP alert; nothing before', async () => {
  await open('real')
  const message = await draft()
  await approve(message)
  await eventually(async () => expect(await read('/info')).toContain('Aucun événement'))
  await publish(message)
  await eventually(async () => expect(await read('/info')).toContain('Montez à l’étage'))
  for (const feed of ['/info/atom.xml', '/info/rss.xml', '/info/feed.json']) {
    expect(await read(feed)).toContain('Montez à l’étage')
  }
  const index = await read('/info/cap.atom')
  const alert = /\/info\/cap\/[^"<]+\.xml/.exec(index)?.[0] ?? ''
  const cap = await CAP_1_2.Alert.fromXML(await read(alert))
  expect(cap.status).toBe(CAP_1_2.Alert_status.actual)
  expect(cap.msgType).toBe(CAP_1_2.Alert_msgType.alert)
})

test('[B23] an exercise’s message reaches neither the public page nor anyone who is not signed in', async () => {
  await open('exercise')
  const message = await draft()
  await approve(message)
  await publish(message)
  const { cookie } = sessionOf(app.url, 'comms')
  await eventually(async () =>
    expect(await read('/exercice/info', { cookie })).toContain('EXERCICE\u00A0– Montez à l’étage'),
  )
  expect(await read('/info')).not.toContain('Montez à l’étage')
  expect((await fetch(`${app.url}/exercice/info`)).status).toBe(401)
})

test('[T10] an approved text is on every call taker’s console at once, and they are named until they have read it', async () => {
  const crisis = await open('real')
  const callTaker = await app.console('callTaker', crisis)
  const message = await draft()
  await approve(message)
  await callTaker.until(() => callTaker.crisis.talkingpoints.version === 1)
  const { person, roles } = callTaker.you
  const missing = () => unacknowledged(comms.crisis.talkingpoints, [{ person, roles }])
  await comms.until(() => missing().length === 1)
  await say(callTaker, { type: 'talkingpoints.acknowledge', version: 1 })
  await comms.until(() => missing().length === 0)
})

test('[B24] two people who write on the same text: the second is refused and told, nothing is overwritten', async () => {
  await open('real')
  const message = await draft()
  await hashAt(approver, message, 'drafting')
  const edit = (console: HeadlessConsole, what: string) =>
    console.submit({
      type: 'messages.edit',
      message,
      basedOn: 1,
      content: { ...emptyContent, title: 'Montez à l’étage', what },
      correction: null,
    })
  const outcomes = await Promise.all([edit(comms, 'Le texte de la SCI.'), edit(approver, 'Un autre texte.')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['recorded', 'refused'])
  const refused = outcomes.find(({ status }) => status === 'refused')
  expect(refused).toMatchObject({ refusal: { code: 'messages.edited-meanwhile' } })
})
