import { expect, test } from 'vitest'
import { MessageId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { contentHash } from '#shared/messages/content.ts'
import type { Content } from '#shared/messages/schema.ts'
import { statusOf } from '#shared/messages/select.ts'
import type { Message } from '#shared/messages/state.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { gist, player, Stage } from '../../test/support/stage.ts'

const alice = player(1, 'comms')
const bob = player(2, 'approver')
const carol = player(3, 'comms', 'approver')
const control = player(4, 'exerciseControl')
const dan = player(5, 'callTaker')

const content: Content = {
  ...emptyContent,
  title: 'Inondation à Persan : montez à l’étage',
  what: 'Alerte de la préfecture. L’eau monte à Persan depuis 9 h.',
  instructions: ['Montez à l’étage.'],
  where: 'Persan',
}

function the(stage: Stage): Message {
  const [message] = Object.values(stage.it.messages)
  if (message === undefined) throw new Error('no message')
  return message
}

function hashOf(stage: Stage): string {
  return the(stage).draft?.hash ?? ''
}

/** Each step of the way to the public by whoever may take it. */
const steps = {
  draft: (stage: Stage, text = content, who = alice) =>
    stage.does(who, { type: 'messages.draft', kind: 'instructions', template: null, content: text }),
  edit: (stage: Stage, what: string, who = alice) => {
    const { id, draft } = the(stage)
    return stage.does(who, {
      type: 'messages.edit',
      message: id,
      basedOn: draft?.revision ?? 1,
      content: { ...(draft?.content ?? content), what },
      correction: null,
    })
  },
  submit: (stage: Stage) =>
    stage.does(alice, { type: 'messages.submit', message: the(stage).id, hash: hashOf(stage) }),
  approve: (stage: Stage, who = bob) =>
    stage.does(who, { type: 'messages.approve', message: the(stage).id, hash: hashOf(stage) }),
  sendBack: (stage: Stage) =>
    stage.does(bob, { type: 'messages.sendBack', message: the(stage).id, comment: 'Préciser la rue.' }),
  publish: (stage: Stage) =>
    stage.does(alice, { type: 'messages.publish', message: the(stage).id, hash: hashOf(stage) }),
  correct: (stage: Stage) =>
    stage.does(alice, {
      type: 'messages.correct',
      message: the(stage).id,
      correction: 'La rue du Port est aussi touchée.',
    }),
  withdraw: (stage: Stage) =>
    stage.does(alice, { type: 'messages.withdraw', message: the(stage).id, reason: 'Danger écarté.' }),
} as const

function published(stage = Stage.inCrisis()): Stage {
  steps.draft(stage)
  steps.submit(stage)
  steps.approve(stage)
  steps.publish(stage)
  return stage
}

test('[B1] a text goes out once another person has approved exactly that text', () => {
  const stage = Stage.inCrisis()
  expect(gist(steps.draft(stage))).toEqual(['messages.drafted'])
  expect(gist(steps.publish(stage))).toBe('messages.not-approved')
  expect(gist(steps.approve(stage))).toBe('messages.not-submitted')
  expect(gist(steps.submit(stage))).toEqual(['messages.submitted'])
  expect(gist(steps.publish(stage))).toBe('messages.not-approved')
  expect(gist(steps.approve(stage))).toEqual(['messages.approved', 'talkingpoints.issued'])
  expect(gist(steps.publish(stage))).toEqual(['messages.published'])
  expect(statusOf(the(stage))).toBe('published')
  expect(the(stage).versions).toMatchObject([
    { content, approved: { by: bob.id }, published: { by: alice.id }, communes: [{ name: 'Persan' }] },
  ])
})

test('[B1] only communication publishes, only an approver approves', () => {
  const stage = Stage.inCrisis()
  expect(gist(steps.draft(stage, content, dan))).toBe('command.forbidden')
  steps.draft(stage)
  steps.submit(stage)
  expect(gist(steps.approve(stage, dan))).toBe('command.forbidden')
  steps.approve(stage)
  const publish = { type: 'messages.publish', message: the(stage).id, hash: hashOf(stage) } as const
  expect(gist(stage.does(bob, publish))).toBe('command.forbidden')
})

test('[B2] who began a text or wrote it last cannot approve it, whatever their roles', () => {
  const begun = Stage.inCrisis()
  steps.draft(begun, content, carol)
  steps.submit(begun)
  expect(gist(steps.approve(begun, carol))).toBe('messages.own-message')
  const edited = Stage.inCrisis()
  steps.draft(edited)
  steps.edit(edited, 'Alerte de la préfecture. L’eau monte depuis 10 h.', carol)
  steps.submit(edited)
  expect(gist(steps.approve(edited, carol))).toBe('messages.own-message')
  expect(gist(steps.approve(edited, bob))).toEqual(['messages.approved', 'talkingpoints.issued'])
})

test('[B3] approving, submitting and publishing name the text: another text is refused', () => {
  const stage = Stage.inCrisis()
  steps.draft(stage)
  const { id } = the(stage)
  const earlier = hashOf(stage)
  steps.edit(stage, 'Alerte de la préfecture. Tout a changé depuis 10 h.')
  expect(gist(stage.does(alice, { type: 'messages.submit', message: id, hash: earlier }))).toBe(
    'messages.changed-meanwhile',
  )
  steps.submit(stage)
  expect(gist(stage.does(bob, { type: 'messages.approve', message: id, hash: earlier }))).toBe(
    'messages.changed-meanwhile',
  )
  steps.approve(stage)
  expect(gist(stage.does(alice, { type: 'messages.publish', message: id, hash: earlier }))).toBe(
    'messages.changed-meanwhile',
  )
})

test('[B4] any edit voids the approval, and the logbook says so', () => {
  const stage = Stage.inCrisis()
  steps.draft(stage)
  steps.submit(stage)
  steps.approve(stage)
  expect(gist(steps.edit(stage, 'Alerte de la préfecture. L’eau monte depuis 9 h 30.'))).toEqual([
    'messages.approvalVoided',
    'messages.edited',
  ])
  expect(the(stage).draft?.stage).toMatchObject({ is: 'drafting', because: { is: 'approvalVoided' } })
  expect(gist(steps.publish(stage))).toBe('messages.not-approved')
  expect(stage.entries.map(({ event }) => event.type)).toContain('messages.approvalVoided')
})

test('[B4] saving the same text again changes nothing', () => {
  const stage = Stage.inCrisis()
  steps.draft(stage)
  steps.submit(stage)
  steps.approve(stage)
  expect(gist(steps.edit(stage, content.what))).toEqual([])
  expect(statusOf(the(stage))).toBe('approved')
})

test('[B5] an edit of a text that another wrote meanwhile is refused', () => {
  const stage = Stage.inCrisis()
  steps.draft(stage)
  const { id } = the(stage)
  steps.edit(stage, 'Alerte de la préfecture. Version de Carol, depuis 10 h.', carol)
  const late = { type: 'messages.edit', message: id, basedOn: 1, content, correction: null } as const
  expect(gist(stage.does(alice, late))).toBe('messages.edited-meanwhile')
  expect(the(stage).draft?.content.what).toContain('Carol')
})

test('[B6] a correction goes through approval again; what is out stays out until it replaces it', () => {
  const stage = published()
  expect(gist(steps.correct(stage))).toEqual(['messages.correctionOpened'])
  expect(gist(steps.correct(stage))).toBe('messages.correction-open')
  expect(gist(steps.submit(stage))).toBe('messages.nothing-corrected')
  steps.edit(stage, 'Alerte de la préfecture. L’eau monte rue du Port depuis 9 h.')
  expect(gist(steps.publish(stage))).toBe('messages.not-approved')
  expect(the(stage).versions).toHaveLength(1)
  steps.submit(stage)
  steps.approve(stage)
  expect(gist(steps.publish(stage))).toEqual(['messages.published'])
  expect(the(stage).versions.map(({ correction }) => correction)).toEqual([
    null,
    'La rue du Port est aussi touchée.',
  ])
})

test('[B7] in an exercise every title begins with EXERCICE, once, and exercise control may approve', () => {
  const stage = Stage.inCrisis({ kind: 'exercise' })
  steps.draft(stage)
  steps.edit(stage, 'Alerte de la préfecture. L’eau monte depuis 9 h 30.')
  expect(the(stage).draft?.content.title).toBe('EXERCICE – Inondation à Persan : montez à l’étage')
  steps.submit(stage)
  expect(gist(steps.approve(stage, control))).toEqual(['messages.approved', 'talkingpoints.issued'])
  const real = Stage.inCrisis()
  steps.draft(real)
  steps.submit(real)
  expect(gist(steps.approve(real, control))).toBe('command.exercise-only')
})

test('[B8] a text with a blank, without a title or without what happens is not submitted', () => {
  for (const wrong of [{ title: '' }, { what: '' }, { body: 'Routes fermées : {routes}.' }]) {
    const stage = Stage.inCrisis()
    steps.draft(stage, { ...content, ...wrong })
    const decision = steps.submit(stage)
    expect(decision).toMatchObject({
      refusal: { code: 'messages.incomplete', field: `content.${Object.keys(wrong)[0]}` },
    })
  }
})

test('[B9] a promise already broken and a text already expired do not go out', () => {
  for (const [part, code] of [
    ['nextPointAt', 'messages.next-point-past'],
    ['expiresAt', 'messages.expired'],
  ] as const) {
    const stage = Stage.inCrisis()
    steps.draft(stage, { ...content, [part]: stage.now + 10 * minute })
    steps.submit(stage)
    steps.approve(stage)
    stage.now += 11 * minute
    expect(gist(steps.publish(stage))).toBe(code)
  }
})

test('[B10] a withdrawal keeps what was out with its reason, and takes it from the talking points', () => {
  const stage = published()
  steps.correct(stage)
  expect(gist(steps.withdraw(stage))).toEqual(['messages.withdrawn', 'talkingpoints.retracted'])
  expect(the(stage)).toMatchObject({ draft: null, withdrawn: { reason: 'Danger écarté.' } })
  expect(the(stage).versions).toHaveLength(1)
  expect(gist(steps.withdraw(stage))).toBe('messages.already-withdrawn')
  expect(stage.it.talkingpoints.sections).toEqual([])
})

test('[B11] sending back tells why, also after the approval, as long as the text is not out', () => {
  const stage = Stage.inCrisis()
  steps.draft(stage)
  steps.submit(stage)
  steps.approve(stage)
  expect(gist(steps.sendBack(stage))).toEqual(['messages.sentBack', 'talkingpoints.retracted'])
  expect(the(stage).draft?.stage).toMatchObject({ because: { is: 'sentBack', comment: 'Préciser la rue.' } })
  expect(gist(steps.publish(stage))).toBe('messages.not-approved')
})

test('[B12] a draft given up disappears, a correction given up leaves what is out', () => {
  const draft = Stage.inCrisis()
  steps.draft(draft)
  draft.does(alice, { type: 'messages.discard', message: the(draft).id })
  expect(draft.it.messages).toEqual({})
  const correction = published()
  steps.correct(correction)
  correction.does(alice, { type: 'messages.discard', message: the(correction).id })
  expect(statusOf(the(correction))).toBe('published')
})

test('[B13] after closure what the public reads can still be corrected and withdrawn, nothing new begun', () => {
  const stage = published()
  stage.does(player(9, 'approver'), { type: 'activation.close', reason: 'Fin' })
  expect(gist(steps.draft(stage))).toBe('crisis.closed')
  expect(gist(steps.correct(stage))).toEqual(['messages.correctionOpened'])
  expect(gist(steps.withdraw(stage))).toEqual(['messages.withdrawn', 'talkingpoints.retracted'])
})

test('[B14] the hash changes with every part the public reads, and with nothing else', () => {
  const message = MessageId.parse('01977f00-0000-7000-8000-000000000001')
  const other = MessageId.parse('01977f00-0000-7000-8000-000000000002')
  const base = { message, kind: 'instructions', content, correction: null } as const
  const variants = [
    base,
    { ...base, message: other },
    { ...base, kind: 'correction' as const },
    { ...base, correction: 'x' },
    ...(
      [
        { title: 'x' },
        { what: 'x' },
        { instructions: ['x'] },
        { where: null },
        { body: 'x' },
        { nextPointAt: 1_780_300_800_000 },
        { expiresAt: 1_780_300_800_000 },
      ] as const
    ).map((change) => ({ ...base, content: { ...content, ...change } as Content })),
  ]
  expect(new Set(variants.map(contentHash)).size).toBe(variants.length)
  const reordered = Object.fromEntries(Object.entries(content).reverse()) as Content
  expect(contentHash({ ...base, content: reordered })).toBe(contentHash(base))
})

test('[B15] the number given to the public is the one of that moment: none while the line is closed', () => {
  const crisisNumber = '01 34 25 25 25'
  const stage = published(Stage.inCrisis({ crisisNumber }))
  expect(the(stage).versions[0]?.contact).toBeNull()
  const open = Stage.inCrisis({ crisisNumber })
  open.does(player(8, 'roomLead'), { type: 'activation.openLine', override: 'Urgence.' })
  steps.draft(open)
  steps.submit(open)
  steps.approve(open)
  steps.publish(open)
  expect(the(open).versions[0]?.contact).toBe('01 34 25 25 25')
})

test('[B200] without a name a real text is neither approved nor published; an exercise lacks nothing', () => {
  const stage = Stage.inCrisis()
  const named = stage.installation
  steps.draft(stage)
  steps.submit(stage)
  stage.installation = { ...named, lacks: ['name'] }
  expect(gist(steps.approve(stage))).toBe('messages.installation-unnamed')
  stage.installation = named
  steps.approve(stage)
  stage.installation = { ...named, lacks: ['name'] }
  expect(gist(steps.publish(stage))).toBe('messages.installation-unnamed')
  const exercise = Stage.inCrisis({ kind: 'exercise' })
  exercise.installation = { ...named, lacks: ['name', 'address'] }
  published(exercise)
  expect(the(exercise).versions).toHaveLength(1)
})

test('[B201] without a public address a real text is approved and waits; a withdrawal is never held back', () => {
  const stage = Stage.inCrisis()
  const named = stage.installation
  steps.draft(stage)
  steps.submit(stage)
  stage.installation = { ...named, lacks: ['address'] }
  expect(gist(steps.approve(stage))).toContain('messages.approved')
  expect(gist(steps.publish(stage))).toBe('messages.installation-unaddressed')
  stage.installation = named
  steps.publish(stage)
  stage.installation = {
    ...named,
    name: 'Console CIP',
    url: 'http://192.0.2.7:3000',
    lacks: ['name', 'address'],
  }
  expect(gist(steps.withdraw(stage))).toContain('messages.withdrawn')
  expect(the(stage).withdrawn?.alert).toMatchObject({ senderName: named.name, url: named.url })
})

test('[W200] what goes out is signed with the settings of that moment, and its chain keeps one sender', () => {
  const stage = published()
  const { installation } = stage
  stage.installation = { ...installation, name: 'Préfecture de l’Ailleurs', url: 'https://ailleurs.example' }
  steps.correct(stage)
  steps.edit(stage, 'Alerte de la préfecture. L’eau monte à Persan depuis 8 h.')
  steps.submit(stage)
  steps.approve(stage)
  steps.publish(stage)
  expect(the(stage).versions.map(({ alert }) => [alert?.sender, alert?.senderName])).toEqual([
    ['cip.val-fictif.example', installation.name],
    ['cip.val-fictif.example', 'Préfecture de l’Ailleurs'],
  ])
})
