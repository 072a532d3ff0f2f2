import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { useWriting } from '#client/messages/use-writing.ts'
import { readKept } from '#client/sync/kept-store.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { MessageId } from '#shared/lib/id.ts'
import { contentHash } from '#shared/messages/content.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'
import { alice } from '../../test/support/sheets.ts'

const sent = vi.hoisted(() => ({ commands: [] as unknown[], answer: (_: unknown) => {} }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => (command) => {
    sent.commands.push(command)
    return new Promise<Sent>((resolve) => (sent.answer = resolve as (answer: unknown) => void))
  },
}))

const id = MessageId.parse(commandId(1))
const kept = () => readKept(`writing-1.${id}`)?.value ?? null

function textOf(what: string) {
  return { ...emptyContent, title: 'Crue', what }
}

function draftOf(what: string): Draft {
  const content = textOf(what)
  const hash = contentHash({ message: id, kind: 'instructions', content, correction: null })
  const stage = { is: 'drafting', because: null } as const
  const by = { draftedBy: alice.id, editedBy: alice.id, editedAt: t0 }
  return { revision: 1, content, correction: null, hash, stage, ...by }
}

function write(draft: Draft) {
  const onSubmitted = vi.fn()
  const message: Message = {
    id,
    kind: 'instructions',
    template: null,
    createdAt: t0,
    draft,
    versions: [],
    withdrawn: null,
  }
  const hook = renderHook(() => useWriting({ message, draft, isExercise: false, onSubmitted }))
  return { onSubmitted, desk: () => hook.result.current }
}

async function recorded(): Promise<void> {
  await act(async () => sent.answer({ status: 'recorded', id: commandId(2), at: t0, seqs: [7, 7] }))
}

beforeEach(() => {
  sent.commands = []
  takeAuthorKey(alice.id, '0a'.repeat(32))
})

afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
})

test('[B26] what is typed while a text is being saved stays, unsaved, and rests on what was saved', async () => {
  const { desk } = write(draftOf('Un'))
  act(() => desk().change({ text: textOf('La rue du Port est coupée') }))
  act(() => desk().save())
  act(() => desk().change({ text: textOf('La rue du Port est coupée, le pont aussi') }))
  await recorded()
  expect(desk().writing.text.what).toBe('La rue du Port est coupée, le pont aussi')
  expect(desk()).toMatchObject({ isDirty: true, isOvertaken: false, writing: { basedOn: 2 } })
  expect(kept()).toMatchObject({
    basedOn: 2,
    text: { what: 'La rue du Port est coupée, le pont aussi' },
  })
})

test('[B26] a text saved whole leaves nothing to keep', async () => {
  const { desk } = write(draftOf('Un'))
  act(() => desk().change({ text: textOf('Deux') }))
  act(() => desk().save())
  await recorded()
  expect(desk()).toMatchObject({ isDirty: false, writing: { basedOn: 2 } })
  expect(kept()).toBeNull()
})

test('[B26] a text that its author goes on writing is saved and not submitted', async () => {
  const { desk, onSubmitted } = write(draftOf('Un'))
  act(() => desk().change({ text: textOf('Deux') }))
  act(() => desk().submit())
  act(() => desk().change({ text: textOf('Deux et demi') }))
  await recorded()
  expect(sent.commands).toMatchObject([{ type: 'messages.edit' }])
  expect(onSubmitted).not.toHaveBeenCalled()
  expect(desk().writing.text.what).toBe('Deux et demi')
})
