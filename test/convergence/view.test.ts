import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '#shared/access/roles.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import { lastSheets } from '#shared/calls/select.ts'
import { sightOf } from '#shared/calls/sight.ts'
import type { CallsCommand } from '#shared/calls/commands.ts'
import { hour, second } from '#shared/lib/time.ts'
import { initialState } from '#shared/state.ts'
import { evolveView, viewEntry, viewState, type Viewpoint } from '#shared/sync/view.ts'
import { sheetId, t0, urgentId } from '../support/drafts.ts'
import { alice, bob, carla, content, logCall, odile, odilesPhone } from '../support/sheets.ts'
import { player, Stage } from '../support/stage.ts'

const sheetIds = [0, 1, 2, 3].map((n) => sheetId(0x100 + n))
const urgentIds = [0, 1, 2, 3].map((n) => urgentId(0x200 + n))

/** Everybody outside the room. */
const outsiders = roles.filter((role) => sightOf(audienceOf([role])) === 'facts')
const hr = player(5, 'hr')

/** Its texts repeat whom its fields name. */
const talked = {
  ...odile,
  request: 'Odile demande si garnier père peut rentrer',
  answer: 'Rappel promis au +33 6 12 34 56 78',
}

/** Anything that call takers do to four sheets, in any order: much of it is refused, which is the point. */
const deed = record({
  by: constantFrom(alice, bob, carla),
  sheet: integer({ min: 0, max: 3 }),
  other: integer({ min: 0, max: 3 }),
  revision: integer({ min: 1, max: 3 }),
  note: option(constantFrom('absente', 'Mme GARNIER rappelée au 06.12.34.56.78')),
  what: constantFrom(
    'log',
    'correct',
    'link',
    'take',
    'release',
    'reached',
    'noAnswer',
    'raise',
    'seen',
    'end',
  ),
})
type Deed = ReturnType<(typeof deed)['generate']>['value']

function commandOf({ what, sheet: n, other: m, revision, note }: Deed): CallsCommand {
  const [sheet, other, urgent] = [sheetIds[n], sheetIds[m], urgentIds[n]]
  if (sheet === undefined || other === undefined || urgent === undefined) throw new Error('no such sheet')
  const callback = { dueAt: t0 + hour }
  const commands = {
    log: logCall({ personal: talked, urgent, callback: n % 2 === 0 ? callback : null, linkedTo: other }),
    correct: {
      type: 'calls.correct',
      sheet,
      revision,
      content: content({ outcome: 'cutOff' }),
      callback: null,
      personal: note === null ? null : odile,
    },
    link: { type: 'calls.link', sheet, other },
    take: { type: 'calls.takeCallback', sheet },
    release: { type: 'calls.releaseCallback', sheet },
    reached: { type: 'calls.closeCallback', sheet, result: { kind: 'reached' }, note },
    noAnswer: { type: 'calls.closeCallback', sheet, result: { kind: 'noAnswer', ...callback }, note },
    raise: { type: 'calls.raiseUrgent', commune: null },
    seen: { type: 'calls.acknowledgeUrgent', urgent },
    end: { type: 'calls.closeUrgent', urgent, end: { kind: 'settled' } },
  } as const satisfies Record<string, CallsCommand>
  return commands[what]
}

/** Three of one room, known by their names. */
function atWork(): Stage {
  const room = Stage.inCrisis()
  room.welcome(alice, 'Alice Roux')
  room.welcome(bob, 'Bob Petit')
  room.welcome(carla, 'Carla Simon')
  return room
}

function play(deeds: readonly Deed[]): Stage {
  const room = atWork()
  for (const deed of deeds) {
    const id = { log: sheetIds, raise: urgentIds }[deed.what as 'log' | 'raise']?.[deed.sheet]
    // A command id makes one thing, once: the journal would answer the second time with the first outcome.
    if (id !== undefined && room.entries.some(({ command }) => (command as string) === id)) continue
    room.now += second
    room.does(deed.by, commandOf(deed), id === undefined ? {} : { id })
  }
  return room
}

test('[C23] folding what an audience may see gives what it may see of the fold', () => {
  assert(
    property(array(deed, { maxLength: 40 }), constantFrom(alice, carla, hr), (deeds, reader) => {
      const room = play(deeds)
      const view: Viewpoint = { audience: audienceOf(reader.roles), crisis: room.crisis }
      const seen = room.entries.flatMap((entry) => viewEntry(entry, view) ?? [])
      const folded = seen.reduce((state, entry) => evolveView(state, entry, view.crisis), initialState)
      expect({ ...folded, seq: 0 }).toEqual({ ...viewState(room.state, view), seq: 0 })
    }),
  )
})

test('[C23] a call taker’s console never receives a colleague’s caller; a room lead’s does', () => {
  const room = atWork()
  room.does(alice, logCall({ personal: odile }), { id: sheetId(0x100) })
  const [taker, lead] = [bob, carla].map((reader) => {
    const view: Viewpoint = { audience: audienceOf(reader.roles), crisis: room.crisis }
    return JSON.stringify([viewState(room.state, view), room.entries.map((entry) => viewEntry(entry, view))])
  })
  for (const secret of [odilesPhone, 'Garnier', 'rue du Port']) {
    expect(taker).not.toContain(secret)
    expect(lead).toContain(secret)
  }
  expect(taker).toContain('•• •• •• •• 78')
  expect(taker).toContain('O. G.')
  expect(taker).toContain('Route coupée')
})

test('[C221] outside the room a console receives the facts of a sheet, and nothing that was said', () => {
  expect(outsiders).toEqual([
    'switchboard',
    'comms',
    'approver',
    'civilProtection',
    'itSupport',
    'hr',
    'quality',
    'exerciseControl',
    'admin',
  ])
  const room = atWork()
  const callback = { dueAt: t0 + hour }
  room.does(alice, logCall({ personal: talked, callback }), { id: sheetId(0x100) })
  room.does(alice, { type: 'calls.takeCallback', sheet: sheetId(0x100) })
  const note = 'Mme Garnier rassurée au 06 12 34 56 78'
  const reached = { kind: 'reached' } as const
  room.does(alice, { type: 'calls.closeCallback', sheet: sheetId(0x100), result: reached, note })
  for (const role of outsiders) {
    const view: Viewpoint = { audience: audienceOf([role]), crisis: room.crisis }
    const seen = JSON.stringify([
      viewState(room.state, view),
      room.entries.map((entry) => viewEntry(entry, view)),
    ])
    expect([role, /Odile|O\. G\.|Garnier|G\.|peut rentrer|promis au|rassur|56 78/.exec(seen)?.[0]]).toEqual([
      role,
      undefined,
    ])
    expect(seen).toContain('mobility.roadClosed')
  }
})

test('[L2] what the logbook holds of a fact, alive or searched, is nobody’s name, number or words', () => {
  const room = atWork()
  room.does(alice, logCall({ personal: talked }), { id: sheetId(0x100) })
  const held = JSON.stringify(room.it.journal)
  expect(held).toContain('calls.logged')
  expect(held).not.toMatch(/Odile|Garnier|612345678|demande/)
})

test('[C24] an erased sheet keeps its facts and loses whom it concerned, on the screens and in the logbook', () => {
  const room = Stage.inCrisis()
  room.does(alice, logCall({ personal: odile }), { id: sheetId(0x100) })
  room.does(player(4, 'admin'), { type: 'privacy.erase', subject: sheetId(0x100), reason: 'demande' })
  expect(JSON.stringify(room.state)).not.toContain('Garnier')
  expect(lastSheets(room.it.calls)).toMatchObject([
    { content: { reason: 'mobility.roadClosed' }, sealed: true, personal: null },
  ])
})
