import { expect, test } from 'vitest'
import type { Event } from '#shared/event.ts'
import { tell } from '#shared/journal/sentence.ts'
import { tellTime } from '#shared/journal/telling.ts'
import { PersonId } from '#shared/lib/id.ts'
import { UnknownVariant } from '#shared/lib/unreachable.ts'

const alice = PersonId.parse('0192a000-0000-7000-8000-000000000001')
const lookup = (id: string) => (id === alice ? 'Alice Roux' : null)

test('[L1] [U16] the order to open the cell is told as the switchboard heard it', () => {
  const opened: Event = {
    type: 'activation.opened',
    kind: 'exercise',
    nature: 'flood',
    phase: 'active',
    order: {
      givenBy: 'la directrice de cabinet',
      means: 'phone',
      receivedAt: 1_790_000_000_000,
      readBack: true,
    },
    title: 'Crue – Persan',
    novi: false,
    communes: [],
    crisisNumber: null,
    posts: 8,
  }
  expect(tell(opened, lookup, 'fr')).toBe(
    'EXERCICE\u00A0: CIP activée «\u00A0Crue – Persan\u00A0» sur ordre de la directrice de cabinet par téléphone, relu\u00A0; 8 postes à couvrir',
  )
  expect(tell(opened, lookup, 'en')).toMatch(/^EXERCISE: CIP activated “Crue – Persan”/)
})

test('[L1] an event this build has never heard of is not told as something else', () => {
  for (const type of ['calls.dreamt', 'constructor.x', 'journal.toString', 'nothing']) {
    expect(() => tell({ type } as unknown as Event, lookup, 'fr')).toThrow(UnknownVariant)
  }
})

test('[L2] what stands under personal is never told', () => {
  const told = tell(
    {
      type: 'access.passwordSet',
      account: alice,
      subject: alice,
      personal: { verifier: '$argon2id$secret' },
    },
    lookup,
    'fr',
  )
  expect(told).toBe('Mot de passe choisi par Alice Roux')
})

test('[L3] a name that is not known, or no longer, is told as erased in the sentence’s language', () => {
  const event: Event = { type: 'access.accountClosed', account: alice }
  expect(tell(event, () => null, 'fr')).toBe('Compte fermé\u00A0: (nom effacé)')
  expect(tell(event, () => null, 'en')).toBe('Account closed: (name erased)')
})

test('[L1] times are told as the wall clock shows them, through the change of hour', () => {
  expect(tellTime(1_792_888_200_000, 'fr')).toBe('02:30')
  expect(tellTime(1_792_891_800_000, 'fr')).toBe('02:30')
  expect(tellTime(1_767_654_300_000, 'en')).toBe('00:05')
})

test('[U18] what is told for the index and the CSV keeps the spaces of a number', () => {
  const event: Event = { type: 'journal.noted', text: 'Mairie : 01 30 00 00 01', happenedAt: null }
  expect(tell(event, lookup, 'fr')).toContain('Mairie\u00A0: 01 30 00 00 01')
})
