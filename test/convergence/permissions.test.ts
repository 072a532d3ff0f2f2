import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sample } from 'fast-check'
import { expect, test } from 'vitest'
import { questions } from '#shared/access/may-ask.ts'
import { may } from '#shared/access/may.ts'
import { permissions } from '#shared/access/permissions.ts'
import { roles, type ActorRole } from '#shared/access/roles.ts'
import type { Command, CommandType, Envelope } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import { decide } from '#shared/decide.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { State } from '#shared/state.ts'
import { variants } from '../support/any-command.ts'
import { commandId, personId, t0 } from '../support/drafts.ts'
import {
  documentedPermissions,
  documentedQuestions,
  type DocumentedLine,
} from '../support/permissions-document.ts'
import { player, Stage } from '../support/stage.ts'
import { installation } from '../support/installation.ts'

const actors: readonly ActorRole[] = [...roles, 'system']
const document = documentedPermissions()

test('[A160] docs/domain.md has one line for each command, and says what the table in the code says', () => {
  expect(document.map(({ command }) => command)).toEqual(Object.keys(permissions))
  for (const { command, who, inExercise, afterClosure } of document) {
    const line = permissions[command as CommandType]
    expect([...line.roles].sort(), command).toEqual([...who].sort())
    expect([...line.inExercise].sort(), command).toEqual([...inExercise].sort())
    expect('afterClosure' in line ? line.afterClosure : null, command).toBe(afterClosure)
  }
})

const kinds = ['real', 'exercise'] as const
type Place = Readonly<{ kind: (typeof kinds)[number]; isClosed: boolean }>
const places: readonly Place[] = kinds.flatMap((kind) => [
  { kind, isClosed: false },
  { kind, isClosed: true },
])

/** Four crises side by side: real and exercise, open and closed. */
function cell(): Readonly<{ state: State; crisisOf: (place: Place) => CrisisId }> {
  const stage = new Stage()
  const ids = new Map<string, CrisisId>()
  for (const place of places) {
    stage.open({ kind: place.kind })
    if (stage.crisis === null) throw new Error('no crisis was opened')
    ids.set(JSON.stringify(place), stage.crisis)
    const close = { type: 'activation.close', reason: 'fin' } as const
    if (place.isClosed) stage.does(player(1, 'roomLead'), close)
  }
  const crisisOf = (place: Place) => {
    const id = ids.get(JSON.stringify(place))
    if (id === undefined) throw new Error('no such crisis')
    return id
  }
  return { state: stage.state, crisisOf }
}

const { state, crisisOf } = cell()

/** The refusals of `may`; any other answer is the feature's own business. */
function answerOf(command: Command, role: ActorRole, place: Place): string {
  const inCrisis = isCrisisCommand(command)
  const asked = command.type === 'activation.open' ? { ...command, kind: place.kind } : command
  const envelope = {
    id: commandId(99),
    crisis: inCrisis ? crisisOf(place) : null,
    command: asked,
  } as Envelope
  const by = personId(1)
  const context = {
    id: envelope.id,
    at: t0,
    by,
    roles: [role],
    record: null,
    isSubjectKnown: true,
    installation,
  } as const
  const decision = decide(state, envelope, { ...context, standing: state.standing, head: state.seq })
  const code = decision.accepted ? 'let through' : decision.refusal.code
  const isOurs = ['command.forbidden', 'command.exercise-only', 'crisis.closed', 'crisis.unknown'].includes(
    code,
  )
  return isOurs ? code : 'let through'
}

/** What the document says, by itself. */
function expected({ who, inExercise, afterClosure }: DocumentedLine, role: ActorRole, place: Place): string {
  if (!who.includes(role) && !inExercise.includes(role)) return 'command.forbidden'
  if (!who.includes(role) && place.kind === 'real') return 'command.exercise-only'
  return afterClosure === false && place.isClosed ? 'crisis.closed' : 'let through'
}

test.each(variants.map(({ type, arbitrary }) => [type, arbitrary] as const))(
  '[N11] %s: each role, in a real crisis and in an exercise, open and closed, as docs/domain.md says',
  (type, arbitrary) => {
    const line = document.find(({ command }) => command === type)
    const [command] = sample(arbitrary, { numRuns: 1, seed: 7 })
    if (line === undefined || command === undefined) throw new Error(`${type} is not in docs/domain.md`)
    for (const role of actors) {
      for (const place of places) {
        const where = `${role} ${place.kind} ${place.isClosed ? 'closed' : 'open'}`
        expect(answerOf(command, role, place), where).toBe(expected(line, role, place))
      }
    }
  },
)

test('[A161] exercise control has no act in a real crisis, whatever it is and whatever is added', () => {
  const asking = { roles: ['exerciseControl'], crisis: { kind: 'real', closed: null } } as const
  const own: readonly CommandType[] = ['access.closeSession', 'access.revokeSessions']
  const open = variants.map(({ type }) => type).filter((type) => may(asking, type))
  expect(open.sort()).toEqual([...own].sort())
})

test('[A203] docs/domain.md says who may ask what of the server itself, as the table in the code does', () => {
  expect(documentedQuestions()).toEqual(questions)
})

test('[A162] neither a screen nor a way in keeps a copy of who may do what: none looks for a role, none reads the table', () => {
  const root = join(import.meta.dirname, '../..')
  const byName = new RegExp(`(includes|some|===)[^\\n]{0,40}'(${roles.join('|')})'`)
  const strays = globSync('{client,server}/**/*.{ts,tsx}', { cwd: root }).filter((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return text.includes('access/permissions.ts') || byName.test(text)
  })
  expect(strays).toEqual([])
})
