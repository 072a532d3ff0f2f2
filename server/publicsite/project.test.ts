import { expect, test } from 'vitest'
import { day, hour, minute } from '#shared/lib/time.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { checkPage } from '#server/publicsite/check.ts'
import { pageChangesAt } from '#server/publicsite/by-time.ts'
import { pageHtml } from '#server/publicsite/page-html.ts'
import { pagesOf } from '#server/publicsite/project.ts'
import { installation } from '../../test/support/installation.ts'
import { player, Stage } from '../../test/support/stage.ts'

const alice = player(1, 'comms')
const bob = player(2, 'approver')
const lead = player(3, 'roomLead')

const speaker = { ...installation, id: '01930000-0000-7000-8000-0000000000f1', stateBrand: false }

function draftOf(stage: Stage) {
  const message = Object.values(stage.it.messages).at(-1)
  return { message: message?.id as never, hash: message?.draft?.hash ?? '', content: message?.draft?.content }
}

function goOut(stage: Stage): void {
  const { message, hash } = draftOf(stage)
  stage.does(alice, { type: 'messages.submit', message, hash })
  stage.does(bob, { type: 'messages.approve', message, hash })
  stage.does(alice, { type: 'messages.publish', message, hash })
}

function drafted(kind: 'real' | 'exercise' = 'real'): Stage {
  const stage = Stage.inCrisis({ kind, title: 'Crue de l’Oise', crisisNumber: '01 34 25 25 25' })
  const content = {
    ...emptyContent,
    title: 'Montez à l’étage',
    what: 'La préfecture alerte.',
    nextPointAt: stage.now + hour,
  }
  stage.does(alice, { type: 'messages.draft', kind: 'firstMessage', template: null, content })
  return stage
}

function pages(stage: Stage) {
  const both = pagesOf(stage.state, speaker, stage.now)
  checkPage(both.page)
  checkPage(both.exercise)
  return both
}

test('[B21] nothing of a crisis is on the page before its first message is out', () => {
  const stage = drafted()
  const { message, hash } = draftOf(stage)
  expect(pages(stage).page).toMatchObject({ crises: [], updatedAt: stage.now })
  stage.does(alice, { type: 'messages.submit', message, hash })
  stage.does(bob, { type: 'messages.approve', message, hash })
  expect(pages(stage).page.crises).toEqual([])
  stage.does(alice, { type: 'messages.publish', message, hash })
  expect(pages(stage).page.crises).toMatchObject([
    {
      title: 'Crue de l’Oise',
      nextPointAt: stage.now + hour,
      messages: [{ versions: [{ title: 'Montez à l’étage' }] }],
    },
  ])
})

test('[B21] an exercise is on its own page and never on the public’s', () => {
  const stage = drafted('exercise')
  goOut(stage)
  expect(pages(stage).page.crises).toEqual([])
  expect(pages(stage).exercise.crises).toMatchObject([
    { exercise: true, messages: [{ versions: [{ title: 'EXERCICE – Montez à l’étage' }] }] },
  ])
})

test('[B21] a correction under way does not show; published, it is the second version with what changed', () => {
  const stage = drafted()
  goOut(stage)
  const { message } = draftOf(stage)
  stage.now += minute
  stage.does(alice, { type: 'messages.correct', message, correction: 'Le quartier est précisé.' })
  const basedOn = 1
  const content = {
    ...emptyContent,
    title: 'Montez à l’étage, quartier du Port',
    what: 'La préfecture alerte.',
  }
  stage.does(alice, { type: 'messages.edit', message, basedOn, content, correction: null })
  expect(pages(stage).page.crises[0]?.messages[0]?.versions).toHaveLength(1)
  goOut(stage)
  expect(pages(stage).page).toMatchObject({
    updatedAt: stage.now,
    crises: [
      { messages: [{ versions: [{ correction: null }, { correction: 'Le quartier est précisé.' }] }] },
    ],
  })
})

test('[B21] a withdrawn message keeps its text and says why; a closed crisis leaves after a week', () => {
  const stage = drafted()
  goOut(stage)
  const { message } = draftOf(stage)
  stage.does(alice, { type: 'messages.withdraw', message, reason: 'Danger écarté.' })
  expect(pages(stage).page.crises[0]?.messages[0]?.withdrawn).toMatchObject({
    at: stage.now,
    reason: 'Danger écarté.',
  })
  stage.does(player(4, 'approver'), { type: 'activation.close', reason: 'Fin' })
  stage.now += 6 * day
  expect(pages(stage).page.crises).toMatchObject([{ closed: true, nextPointAt: null }])
  stage.now += 2 * day
  expect(pages(stage).page.crises).toEqual([])
})

test('[B27] once the crisis is closed the page waits for no next point', () => {
  const stage = drafted()
  goOut(stage)
  expect(pages(stage).page.crises).toMatchObject([{ closed: false, nextPointAt: stage.now + hour }])
  stage.now += minute
  stage.does(player(4, 'approver'), { type: 'activation.close', reason: 'Décrue' })
  expect(pages(stage).page.crises).toMatchObject([{ closed: true, nextPointAt: null }])
})

test('[B21] the line’s opening shows at once, without a new message', () => {
  const stage = drafted()
  goOut(stage)
  expect(pages(stage).page.crises[0]).toMatchObject({ lineOpen: false })
  stage.does(lead, { type: 'activation.openLine', override: 'Urgence.' })
  expect(pages(stage).page.crises[0]).toMatchObject({ lineOpen: true, crisisNumber: '01 34 25 25 25' })
})

test('[W100] the page says by itself when it changes next, and what has changed by then', () => {
  const stage = drafted()
  goOut(stage)
  const [published, due] = [stage.now, stage.now + hour]
  expect(pageChangesAt(stage.state, published)).toBe(due)
  expect(pageChangesAt(stage.state, due)).toBeNull()
  stage.now = due - 1
  expect(pages(stage).page.updatedAt).toBe(published)
  expect(pageHtml(pages(stage).page)).not.toContain('Attendu depuis')
  stage.now = due + minute
  expect(pages(stage).page.updatedAt).toBe(due)
  expect(pageHtml(pages(stage).page)).toContain('Attendu depuis')
})

test('[W100] a text that expires, and one that was withdrawn before', () => {
  const expiresAt = (stage: Stage) => stage.now + 2 * hour
  const stage = Stage.inCrisis({ kind: 'real', title: 'Crue de l’Oise' })
  const content = { ...emptyContent, title: 'Fermez les volets', what: 'Vent.', expiresAt: expiresAt(stage) }
  stage.does(alice, { type: 'messages.draft', kind: 'instructions', template: null, content })
  goOut(stage)
  expect(pageChangesAt(stage.state, stage.now)).toBe(content.expiresAt)
  const { message } = draftOf(stage)
  const withdrawn = stage.now
  stage.does(alice, { type: 'messages.withdraw', message, reason: 'Danger écarté.' })
  expect(pageChangesAt(stage.state, stage.now)).toBeNull()
  stage.now += day
  expect(pages(stage).page.updatedAt).toBe(withdrawn)
})

test('[W100] a closed crisis leaves at its hour, and the page beside it says since when it is so', () => {
  const stage = drafted()
  goOut(stage)
  stage.does(player(4, 'approver'), { type: 'activation.close', reason: 'Fin' })
  const leaving = stage.now + 7 * day
  expect(pageChangesAt(stage.state, stage.now)).toBe(leaving)
  expect(pageChangesAt(stage.state, leaving)).toBeNull()
  stage.now = leaving - 1
  expect(pages(stage).page.crises).toHaveLength(1)
  stage.now = leaving
  expect(pages(stage).page).toMatchObject({ crises: [], updatedAt: leaving })
})
