import { expect, test } from 'vitest'
import type { MessageId } from '#shared/lib/id.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { passages, searchTalkingPoints, unacknowledged } from '#shared/talkingpoints/select.ts'
import { gist, player, Stage } from '../../test/support/stage.ts'

const alice = player(1, 'comms')
const bob = player(2, 'approver')
const dan = player(5, 'callTaker')
const eve = player(6, 'specialist')
const lead = player(7, 'roomLead')

function text(title: string, more: Partial<Content> = {}): Content {
  return { ...emptyContent, title, what: 'La préfecture informe depuis 9 h.', ...more }
}

function latest(stage: Stage): MessageId {
  const id = Object.values(stage.it.messages).at(-1)?.id
  if (id === undefined) throw new Error('no message')
  return id
}

function hashOf(stage: Stage, message: MessageId): string {
  return stage.it.messages[message]?.draft?.hash ?? ''
}

function approve(stage: Stage, message: MessageId) {
  stage.does(alice, { type: 'messages.submit', message, hash: hashOf(stage, message) })
  return stage.does(bob, { type: 'messages.approve', message, hash: hashOf(stage, message) })
}

function approved(stage: Stage, kind: PublicKind, content: Content): MessageId {
  stage.does(alice, { type: 'messages.draft', kind, template: null, content })
  const message = latest(stage)
  approve(stage, message)
  return message
}

function titles(stage: Stage): readonly string[] {
  return stage.it.talkingpoints.sections.map(({ title }) => title)
}

function edit(stage: Stage, message: MessageId, content: Content) {
  const basedOn = stage.it.messages[message]?.draft?.revision ?? 1
  return stage.does(alice, { type: 'messages.edit', message, basedOn, content, correction: null })
}

test('[T1] an approved text is the next version of the talking points, newest first', () => {
  const stage = Stage.inCrisis()
  approved(stage, 'instructions', text('Eau'))
  approved(stage, 'instructions', text('Routes'))
  expect(stage.it.talkingpoints.version).toBe(2)
  expect(titles(stage)).toEqual(['Routes', 'Eau'])
})

test('[T2] the version that is not in force cannot be acknowledged', () => {
  const stage = Stage.inCrisis()
  const acknowledge = (version: number) => stage.does(dan, { type: 'talkingpoints.acknowledge', version })
  expect(gist(acknowledge(0))).toBe('talkingpoints.superseded')
  approved(stage, 'instructions', text('Eau'))
  approved(stage, 'instructions', text('Routes'))
  expect(gist(acknowledge(1))).toBe('talkingpoints.superseded')
  expect(gist(acknowledge(2))).toEqual(['talkingpoints.acknowledged'])
  expect(gist(acknowledge(2))).toEqual([])
})

test('[T3] of those present, who answers the public and has not read the version is named', () => {
  const stage = Stage.inCrisis()
  const present = [dan, eve, lead].map(({ id, roles }) => ({ person: id, roles }))
  const missing = () => unacknowledged(stage.it.talkingpoints, present).map(({ person }) => person)
  expect(missing()).toEqual([])
  approved(stage, 'instructions', text('Eau'))
  expect(missing()).toEqual([dan.id, eve.id])
  stage.does(dan, { type: 'talkingpoints.acknowledge', version: 1 })
  expect(missing()).toEqual([eve.id])
  approved(stage, 'instructions', text('Routes'))
  expect(missing()).toEqual([dan.id, eve.id])
})

test('[T4] a report makes the one before out of date; instructions on one subject leave the others', () => {
  const stage = Stage.inCrisis()
  approved(stage, 'firstMessage', text('Réflexe'))
  approved(stage, 'instructions', text('Eau'))
  approved(stage, 'situationReport', text('Point 1'))
  approved(stage, 'situationReport', text('Point 2'))
  expect(titles(stage)).toEqual(['Point 2', 'Eau'])
})

test('[T5] a text whose approval is taken back leaves the sheet, or gives way to what is out', () => {
  const stage = Stage.inCrisis()
  const message = approved(stage, 'instructions', text('Eau'))
  stage.does(alice, { type: 'messages.publish', message, hash: hashOf(stage, message) })
  stage.does(alice, { type: 'messages.correct', message, correction: 'Précision' })
  edit(stage, message, text('Eau potable'))
  approve(stage, message)
  expect(titles(stage)).toEqual(['Eau potable'])
  const back = stage.does(bob, { type: 'messages.sendBack', message, comment: 'Non' })
  expect(gist(back)).toEqual(['messages.sentBack', 'talkingpoints.issued'])
  expect(titles(stage)).toEqual(['Eau'])
  const given = stage.does(alice, { type: 'messages.discard', message })
  expect(gist(given)).toEqual(['messages.discarded'])
})

test('[T6] the list of what not to say is one list: who writes on an older one is refused', () => {
  const stage = Stage.inCrisis()
  const forbid = (basedOn: number, ...statements: string[]) =>
    stage.does(alice, { type: 'talkingpoints.forbid', basedOn, statements })
  expect(gist(forbid(0, 'Le barrage va céder.'))).toEqual(['talkingpoints.forbidden'])
  expect(gist(forbid(0, 'Autre chose.'))).toBe('talkingpoints.changed-meanwhile')
  approved(stage, 'instructions', text('Eau'))
  expect(gist(forbid(1, 'Le barrage va céder.', 'Il y a des morts.'))).toEqual(['talkingpoints.forbidden'])
  expect(stage.it.talkingpoints.version).toBe(3)
})

test('[T7] the sheet is searched without accents, over titles, texts and what not to say', () => {
  const stage = Stage.inCrisis()
  approved(stage, 'instructions', text('Écoles', { body: 'Le collège de Persan est fermé.' }))
  approved(stage, 'instructions', text('Routes'))
  const found = (typed: string) =>
    searchTalkingPoints(stage.it.talkingpoints, typed).sections.map(({ title }) => title)
  expect(found('college ferme')).toEqual(['Écoles'])
  expect(found('')).toEqual(['Routes', 'Écoles'])
})

test('[T8] what a version brings is marked: all of a new subject, the changed passages of an earlier one', () => {
  const stage = Stage.inCrisis()
  const message = approved(stage, 'instructions', text('Eau', { instructions: ['Bouillez l’eau.'] }))
  edit(stage, message, text('Eau', { instructions: ['Bouillez l’eau.', 'Gardez des réserves.'] }))
  approve(stage, message)
  const { sections, version } = stage.it.talkingpoints
  const [section] = sections
  if (section === undefined) throw new Error('no section')
  expect(passages(section, version).points).toEqual([
    { text: 'Bouillez l’eau.', isNew: false },
    { text: 'Gardez des réserves.', isNew: true },
  ])
  expect(passages(section, version + 1).points.some(({ isNew }) => isNew)).toBe(false)
})

test('[T9] a subject can be retired with its reason', () => {
  const stage = Stage.inCrisis()
  const message = approved(stage, 'instructions', text('Eau'))
  const retire = () => stage.does(alice, { type: 'talkingpoints.retire', message, reason: 'Réseau rétabli' })
  expect(gist(retire())).toEqual(['talkingpoints.retracted'])
  expect(gist(retire())).toBe('talkingpoints.unknown-section')
  expect(stage.it.talkingpoints).toMatchObject({ version: 2, sections: [] })
})
