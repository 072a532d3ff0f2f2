import { expect, test } from 'vitest'
import { RingTurn, ringEvery } from '#client/calls/ring-turn.ts'

let now = 0

/** Tabs of one browser: what one posts, the others hear at once. */
function tabs(...ids: readonly string[]) {
  const listeners = new Map<string, (event: MessageEvent) => void>()
  return ids.map((id) => {
    const channel = {
      addEventListener: (_: 'message', listener: (event: MessageEvent) => void) =>
        listeners.set(id, listener),
      removeEventListener: () => listeners.delete(id),
      postMessage: (data: unknown) => {
        for (const [other, listener] of listeners) if (other !== id) listener({ data } as MessageEvent)
      },
    }
    return new RingTurn(channel as unknown as BroadcastChannel, id, () => now)
  })
}

/** Every tab says that it would ring; which ones then do. */
function turnOf(all: readonly RingTurn[]): readonly boolean[] {
  now += ringEvery
  for (const tab of all) tab.announce()
  return all.map((tab) => tab.isMine())
}

test('[U194] of the tabs that could ring one does, from the first turn on', () => {
  const five = tabs('c', 'a', 'e', 'b', 'd')
  expect(turnOf(five)).toEqual([false, true, false, false, false])
  expect(turnOf(five)).toEqual([false, true, false, false, false])
})

test('[U194] a tab that comes later is answered at once', () => {
  const [a, b] = tabs('a', 'b')
  if (a === undefined || b === undefined) throw new Error('two tabs')
  now += ringEvery
  b.announce()
  expect([a.isMine(), b.isMine()]).toEqual([true, false])
})

test('[U194] when the tab that rang is closed another rings after a few turns', () => {
  const [a, b] = tabs('a', 'b')
  if (a === undefined || b === undefined) throw new Error('two tabs')
  expect(turnOf([a, b])).toEqual([true, false])
  a.close()
  expect([turnOf([b]), turnOf([b]), turnOf([b]), turnOf([b])].flat()).toEqual([false, false, false, true])
})
