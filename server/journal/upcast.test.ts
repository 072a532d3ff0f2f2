import { expect, test } from 'vitest'
import { sheetId } from '../../test/support/drafts.ts'
import { upcast } from './upcast.ts'

test('[C140] an emergency of before, which bore the id of its sheet, is read as today’s', () => {
  const [subject, commune] = [sheetId(1), null]
  expect(upcast({ type: 'calls.urgentRaised', sheet: subject, commune })).toEqual({
    type: 'calls.urgentRaised',
    urgent: subject,
    commune,
  })
  expect(upcast({ type: 'calls.logged', subject })).toMatchObject({ urgent: subject })
  expect(upcast({ type: 'calls.logged', subject, urgent: null })).toMatchObject({ urgent: null })
})
