import { expect, test } from 'vitest'
import { minute } from '#shared/lib/time.ts'
import { placed } from '#shared/messages/places.ts'
import { emptyContent } from '#shared/messages/template.ts'
import type { Message } from '#shared/messages/state.ts'
import { player, Stage } from '../../test/support/stage.ts'

const comms = player(1, 'comms')
const approver = player(2, 'approver')

/** A text that came as far as it is asked to, a minute after the one before. */
function write(stage: Stage, title: string, until: 'drafting' | 'submitted' | 'approved' | 'published') {
  stage.now += minute
  const expiresAt = title === 'Écoles' ? stage.now + 60 * minute : null
  const content = { ...emptyContent, title, what: 'La préfecture informe.', expiresAt }
  stage.does(comms, { type: 'messages.draft', kind: 'instructions', template: null, content })
  const { id: message, draft } = Object.values(stage.it.messages).at(-1) as Message
  const hash = draft?.hash ?? ''
  if (until === 'drafting') return message
  stage.does(comms, { type: 'messages.submit', message, hash })
  if (until === 'submitted') return message
  stage.does(approver, { type: 'messages.approve', message, hash })
  if (until === 'approved') return message
  stage.does(comms, { type: 'messages.publish', message, hash })
  return message
}

test('[U390] what asks for a hand comes first: to approve, to publish, to finish, soon expired; then what is out, then what is over', () => {
  const stage = Stage.inCrisis()
  const withdrawn = write(stage, 'Dons', 'published')
  stage.does(comms, { type: 'messages.withdraw', message: withdrawn, reason: 'Trop.' })
  write(stage, 'Routes', 'published')
  write(stage, 'Écoles', 'published')
  write(stage, 'Proches', 'drafting')
  write(stage, 'Tanneries', 'approved')
  write(stage, 'Eau', 'submitted')
  write(stage, 'Gaz', 'submitted')
  const listed = () =>
    placed(stage.it.messages, stage.now).map(({ place, texts }) => [
      place,
      ...texts.map(({ draft, versions }) => (draft ?? versions.at(-1))?.content.title),
    ])
  const asking = [
    ['submitted', 'Eau', 'Gaz'],
    ['approved', 'Tanneries'],
    ['drafting', 'Proches'],
  ]
  expect(listed()).toEqual([...asking, ['published', 'Écoles', 'Routes'], ['over', 'Dons']])
  stage.now += 35 * minute
  expect(listed()).toEqual([...asking, ['expiring', 'Écoles'], ['published', 'Routes'], ['over', 'Dons']])
  stage.now += 30 * minute
  expect(listed()).toEqual([...asking, ['published', 'Routes'], ['over', 'Écoles', 'Dons']])
})
