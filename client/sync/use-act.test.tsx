import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useAct } from '#client/sync/use-act.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { words } from '#client/sync/words.ts'
import { onAnnounce } from '#client/ui/announce.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'

const server = vi.hoisted(() => ({ says: { status: 'pending' } as Sent }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => async () => server.says,
}))

afterEach(cleanup)

async function sendOnce(says: Sent) {
  server.says = says
  const spoken: string[] = []
  const stop = onAnnounce(({ text }) => spoken.push(text))
  const onDone = vi.fn()
  const { result } = renderHook(() => useAct(onDone))
  const command = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const
  await act(async () => void (await result.current.send(command, 'C’est fait.')))
  stop()
  return { spoken, onDone, ...result.current }
}

test('[U317] what is recorded is said to be done', async () => {
  const { spoken, onDone, problem } = await sendOnce({
    status: 'recorded',
    id: commandId(1),
    at: t0,
    seqs: [1, 1],
  })
  expect(spoken).toEqual(['C’est fait.'])
  expect(onDone).toHaveBeenCalled()
  expect(problem).toBeNull()
})

test('[U317] what is only kept is said to be kept, and not to be done', async () => {
  const { spoken, onDone, kept } = await sendOnce({ status: 'pending' })
  expect(spoken).toEqual([words.fr.pending])
  expect(onDone).toHaveBeenCalled()
  expect(kept).toBe(words.fr.pending)
})

test('[U317] what is refused says why, and nothing is over', async () => {
  const refusal = { code: 'command.forbidden', field: null, detail: null } as const
  const { spoken, onDone, problem } = await sendOnce({ status: 'refused', refusal })
  expect(spoken).toEqual([])
  expect(onDone).not.toHaveBeenCalled()
  expect(problem).not.toBeNull()
})
