import { expect, test } from 'vitest'
import { day, hour, minute } from '#shared/lib/time.ts'
import { retimeState } from '#shared/clock/retime.ts'
import { latestOut } from '#shared/messages/select.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { standingMessage } from '#shared/publicsite/select.ts'
import { checkPage } from '#server/publicsite/check.ts'
import { pageChangesAt } from '#server/publicsite/by-time.ts'
import { pageHtml } from '#server/publicsite/page-html.ts'
import { pagesOf } from '#server/publicsite/project.ts'
import { renderFiles } from '#server/publicsite/render.ts'
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

function alertsOf(stage: Stage) {
  return [...renderFiles(pages(stage).page)].filter(([path]) => path.startsWith('cap/'))
}

/** What was recorded since `from`, to the millisecond, is found to have happened `by` later. */
function corrects(stage: Stage, from: number, by: number): void {
  const correction = { first: 1, last: stage.state.seq, from, to: stage.now, by, isAtLeast: false }
  stage.state = retimeState(stage.state, correction)
  stage.now += by
}

test.each([-3 * day, 3 * day])(
  '[Z11] a clock that is found wrong leaves alerts that are out as they are, and the page tells the true times (%s)',
  (by) => {
    const stage = drafted()
    const from = (stage.now += 217)
    goOut(stage)
    const { message } = draftOf(stage)
    stage.now += minute
    stage.does(alice, { type: 'messages.withdraw', message, reason: 'Danger écarté.' })
    const [before, at] = [alertsOf(stage), stage.now]
    corrects(stage, from, by)
    expect(alertsOf(stage)).toEqual(before)
    expect(pages(stage).page).toMatchObject({
      crises: [{ messages: [{ versions: [{ publishedAt: from + by }], withdrawn: { at: at + by } }] }],
    })
  },
)

test('[Z12] what went out under a clock that was ahead is corrected and withdrawn on the page at once', () => {
  const stage = drafted()
  const { message, content = emptyContent } = draftOf(stage)
  goOut(stage)
  stage.now -= 22 * hour
  stage.does(alice, { type: 'messages.correct', message, correction: 'Le quartier est précisé.' })
  const better = { ...content, title: 'Montez à l’étage, quartier du Port', nextPointAt: stage.now + hour }
  stage.does(alice, { type: 'messages.edit', message, basedOn: 1, content: better, correction: null })
  goOut(stage)
  expect(pages(stage).page.crises).toMatchObject([{ nextPointAt: stage.now + hour }])
  expect(pageHtml(pages(stage).page)).toContain('quartier du Port')
  stage.does(alice, { type: 'messages.withdraw', message, reason: 'Danger écarté.' })
  expect(pages(stage).page.crises).toMatchObject([{ messages: [{ withdrawn: { at: stage.now } }] }])
})

test('[Z12] of two messages the one that went out last is in force, whatever the clock said', () => {
  const stage = drafted()
  goOut(stage)
  stage.now -= 22 * hour
  const next = {
    ...emptyContent,
    title: 'Évacuez',
    what: 'La préfecture alerte.',
    nextPointAt: stage.now + hour,
  }
  stage.does(alice, { type: 'messages.draft', kind: 'instructions', template: null, content: next })
  goOut(stage)
  const [shown] = pages(stage).page.crises
  expect(shown && standingMessage(shown)?.versions[0].title).toBe('Évacuez')
  expect(latestOut(stage.it.messages)?.version.content.title).toBe('Évacuez')
})

test('[Z13] a text that is being written keeps its hours and what was approved of it when the clock is corrected', () => {
  const stage = drafted()
  const from = (stage.now += 217)
  const { message, content: begun = emptyContent } = draftOf(stage)
  const written = { ...begun, body: 'Les secours arrivent.' }
  stage.does(alice, { type: 'messages.edit', message, basedOn: 1, content: written, correction: null })
  const { hash, content } = draftOf(stage)
  stage.does(alice, { type: 'messages.submit', message, hash })
  stage.does(bob, { type: 'messages.approve', message, hash })
  const [told] = stage.it.talkingpoints.sections
  corrects(stage, from, -hour)
  expect(draftOf(stage)).toMatchObject({ hash, content })
  expect(stage.it.messages[message]?.draft?.stage).toMatchObject({ is: 'approved', at: from - hour })
  expect(stage.it.talkingpoints.sections).toMatchObject([{ at: from - hour, nextPointAt: told?.nextPointAt }])
  expect(stage.does(alice, { type: 'messages.publish', message, hash }).accepted).toBe(true)
})
