import * as fc from 'fast-check'
import * as library from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { loadPhoneReader } from '#client/lib/phone.ts'
import { parsePhone } from '#shared/lib/phone.ts'

test('[P7] the browser reads with the server’s own metadata, so that both read the same number', async () => {
  const read = await loadPhoneReader()
  expect(read('0709 10 12 34')).toMatchObject({ e164: '+596709101234' })
  const typed = fc.oneof(fc.stringMatching(/^0[1-9]\d{8}$/), fc.stringMatching(/^\+[1-9]\d{5,14}$/))
  fc.assert(
    fc.property(typed, (text) => {
      expect(read(text)).toEqual(parsePhone(text, library))
    }),
    { seed: 112, numRuns: 1_000 },
  )
})
