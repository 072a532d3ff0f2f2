import { expect, test } from 'vitest'
import { dropClearTexts } from '#client/lib/clear-before.ts'

test('[U325] a text that the release before sealing left readable in the tab goes at the start', () => {
  sessionStorage.setItem('cip.writing.0192', '{"what":"Bouillez l’eau."}')
  sessionStorage.setItem('cip.crisis', 'kept')
  dropClearTexts()
  expect(Object.keys(sessionStorage)).toEqual(['cip.crisis'])
})
