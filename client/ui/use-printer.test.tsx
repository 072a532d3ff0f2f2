import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { usePrinter } from '#client/ui/use-printer.tsx'

afterEach(cleanup)

const everything = <p>tout</p>

function Desk() {
  const { page, print } = usePrinter(() => <p>ce qui est à l’écran</p>)
  return (
    <>
      <button type="button" onClick={() => print(everything)}>
        Imprimer
      </button>
      {page}
    </>
  )
}

const fire = (name: string) => act(() => void globalThis.dispatchEvent(new Event(name)))
const onPaper = () => document.querySelector('body > .ui-print')?.textContent

test('[U195] the browser’s own menu prints what is at hand', () => {
  render(<Desk />)
  fire('beforeprint')
  expect(onPaper()).toBe('ce qui est à l’écran')
  fire('afterprint')
  expect(onPaper()).toBeUndefined()
})

test('[U195] what was asked for is there when the printer is, and until it is done, even where print() returns at once', () => {
  let seen: string | null | undefined = null
  vi.stubGlobal('print', () => {
    seen = onPaper()
    globalThis.dispatchEvent(new Event('beforeprint'))
  })
  render(<Desk />)
  act(() => screen.getByRole('button').click())
  expect(seen).toBe('tout')
  expect(onPaper()).toBe('tout')
  fire('afterprint')
  expect(onPaper()).toBeUndefined()
  vi.unstubAllGlobals()
})
