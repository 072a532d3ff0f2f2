import { expect, test } from 'vitest'
import { UnknownVariant } from './unreachable.ts'

test('[J145] what a newer build says is named in the log, and nothing of what it holds', () => {
  const event = { type: 'roster.memberMoved', subject: 'm1', personal: { lastName: 'Garnier' } }
  expect(new UnknownVariant(event).message).toBe('unknown variant "roster.memberMoved"')
  expect(new UnknownVariant('weather.forecast').message).toBe('unknown variant "weather.forecast"')
  expect(new UnknownVariant({ kind: 'answered', phone: '+33639981234' }).message).toBe(
    'unknown variant "answered"',
  )
  expect(new UnknownVariant({ phone: '+33639981234' }).message).toBe('unknown variant object')
  expect(new UnknownVariant(null).message).toBe('unknown variant object')
})
