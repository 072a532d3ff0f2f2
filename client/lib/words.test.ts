import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { keepHtmlLanguage, language } from '#client/lib/language.ts'
import { defineWords, useWords } from '#client/lib/words.ts'

const words = defineWords({
  fr: { record: 'Enregistrer', calls: (count: number) => `${count} appels`, reason: { road: 'Route' } },
  en: { record: 'Record', calls: (count) => `${count} calls`, reason: { road: 'Road' } },
})

test('[U10] words are French first, follow the language at once, and <html lang> with them', () => {
  const stop = keepHtmlLanguage(document.documentElement)
  const { result } = renderHook(() => useWords(words))
  expect(result.current.record).toBe('Enregistrer')
  act(() => language.set('en'))
  expect(result.current.calls(3)).toBe('3 calls')
  expect(result.current.reason.road).toBe('Road')
  expect(document.documentElement.lang).toBe('en')
  expect(localStorage.getItem('cip.language')).toBe('en')
  act(() => language.set('fr'))
  stop()
})

test('[U11] an English key that is missing, left over or of another kind does not compile', () => {
  // @ts-expect-error: missing
  defineWords({ fr: { a: 'a', b: 'b' }, en: { a: 'a' } })
  // @ts-expect-error: left over
  defineWords({ fr: { a: 'a' }, en: { a: 'a', b: 'b' } })
  // @ts-expect-error: left over, one level down
  defineWords({ fr: { a: { b: 'b' } }, en: { a: { b: 'b', c: 'c' } } })
  // @ts-expect-error: a sentence where French has a function
  defineWords({ fr: { a: (n: number) => `${n}` }, en: { a: 'a' } })
})
