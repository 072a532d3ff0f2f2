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

test('[U16] French signs keep their spaces on one line, in sentences, functions and groups; English stays', () => {
  const { fr, en } = defineWords({
    fr: {
      ask: 'Vrai ?',
      told: (who: string) => `« ${who} » : c’est fait ; merci !`,
      more: { go: 'Aller à : ici' },
    },
    en: { ask: 'True ?', told: (who) => `“${who}” : done`, more: { go: 'Go to : here' } },
  })
  expect(fr.ask).toBe('Vrai\u00A0?')
  expect(fr.told('Odile')).toBe('«\u00A0Odile\u00A0»\u00A0: c’est fait\u00A0; merci\u00A0!')
  expect(fr.more.go).toBe('Aller à\u00A0: ici')
  expect([en.ask, en.told('Odile'), en.more.go]).toEqual(['True ?', '“Odile” : done', 'Go to : here'])
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
