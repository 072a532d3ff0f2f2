import { parsePhone } from '#shared/lib/phone.ts'
import * as library from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { readForm, toForm } from '#client/roster/member-form.ts'
import { member } from '../../test/support/members.ts'

const read = (typed: string) => parsePhone(typed, library)
const full = member(1, {
  distanceKm: 12.5,
  commune: '95487',
  trainedOn: '2025-03-12',
  rank: 3,
  skills: ['accueil', 'anglais'],
})

test('[R41] a member shown in the form and saved unchanged is unchanged, fields without a place in it included', () => {
  const reading = readForm(toForm(full), full, read)
  expect(reading).toEqual({ ok: true, member: full })
})

test('[R41] numbers keep the order in which they are dialled; a new one comes last', () => {
  const before = member(1, { phones: [full.phones[1], full.phones[0]].flatMap((phone) => phone ?? []) })
  const form = { ...toForm(before), mobile: '06 39 98 00 99, 06 39 98 00 01' }
  const reading = readForm(form, before, read)
  expect(reading.ok && reading.member.phones.map(({ e164 }) => e164)).toEqual([
    '+33199000001',
    '+33639980001',
    '+33639980099',
  ])
})

test('[R41] a member of one name, as a list may hold them, is changed like any other', () => {
  const garnier = member(1, { lastName: 'Garnier', firstName: '' })
  const form = { ...toForm(garnier), service: 'SIDPC' }
  expect(readForm(form, garnier, read)).toEqual({ ok: true, member: { ...garnier, service: 'SIDPC' } })
})

test('[R42] what is wrong is said field by field', () => {
  const form = {
    ...toForm(null),
    mobile: '06 39 98 00 ☎',
    email: 'odile(at)exemple.fr',
    distanceKm: 'loin',
    trainedOn: '31/02/2025',
    rank: '0',
  }
  expect(readForm(form, null, read)).toEqual({
    ok: false,
    problems: {
      lastName: 'name.missing',
      mobile: 'phone.characters',
      email: 'email.invalid',
      distanceKm: 'distance.invalid',
      trainedOn: 'date.invalid',
      rank: 'order.invalid',
    },
  })
})

test('[R42] a member whom nobody can call is none', () => {
  const form = { ...toForm(full), mobile: '', home: '' }
  expect(readForm(form, full, read)).toEqual({ ok: false, problems: { mobile: 'phone.missing' } })
})
