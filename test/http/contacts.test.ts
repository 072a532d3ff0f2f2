import { expect, test } from 'vitest'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { member } from '../support/members.ts'

test('[R39] over the wire exercise control is given contacts with the exercise that it follows, and none with a real crisis', async () => {
  await using app = await TestApp.start()
  const hr = await app.console('hr')
  await hr.submit({ type: 'roster.add', member: member(1) })
  const switchboard = await app.console('switchboard')
  const exercise = await openCrisis(switchboard, 'exercise')
  const real = await openCrisis(switchboard, 'real')
  const control = await app.console('exerciseControl')
  const holdsContacts = () => JSON.stringify(control.state.standing.roster).includes('+33')
  await control.follow(real)
  expect(holdsContacts()).toBe(false)
  await control.follow(exercise)
  expect(holdsContacts()).toBe(true)
  await control.follow(real)
  await hr.submit({ type: 'roster.add', member: member(2) })
  await control.until(() => Object.keys(control.state.standing.roster.members).length === 2)
  expect(holdsContacts()).toBe(false)
})
