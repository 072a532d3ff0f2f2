import { act, cleanup, render, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { PartText } from '#client/messages/PartField.tsx'
import { useWorkingText } from '#client/messages/use-working-text.ts'
import { MessageId, PersonId } from '#shared/lib/id.ts'
import { contentHash } from '#shared/messages/content.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import { emptyContent } from '#shared/messages/template.ts'

const id = MessageId.parse('01977f00-0000-7000-8000-000000000001')
const alice = PersonId.parse('01977f00-0000-7000-8000-00000000000a')

function draftOf(revision: number, what: string): Draft {
  const content = { ...emptyContent, title: 'Crue', what }
  const hash = contentHash({ message: id, kind: 'instructions', content, correction: null })
  const editedAt = 1_780_300_800_000
  const stage = { is: 'drafting', because: null } as const
  return { revision, content, correction: null, hash, draftedBy: alice, editedBy: alice, editedAt, stage }
}

function write(first: Draft) {
  return renderHook(
    ({ draft }) => {
      const message: Message = {
        id,
        kind: 'instructions',
        template: null,
        createdAt: 0,
        draft,
        versions: [],
        withdrawn: null,
      }
      return useWorkingText({ message, draft, isExercise: false })
    },
    { initialProps: { draft: first } },
  )
}

beforeEach(() => void takeAuthorKey(alice, '0a'.repeat(32)))

afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
})

test('[B25] a text that its reader has not touched follows what a colleague saves', () => {
  const { result, rerender } = write(draftOf(1, 'Un'))
  rerender({ draft: draftOf(2, 'Deux') })
  expect(result.current.content.what).toBe('Deux')
  expect(result.current).toMatchObject({ isDirty: false, isOvertaken: false })
})

test('[B25] a text being written is kept when a colleague saves, and its author chooses', () => {
  const { result, rerender } = write(draftOf(1, 'Un'))
  act(() => result.current.change({ text: { ...emptyContent, title: 'Crue', what: 'Le mien' } }))
  rerender({ draft: draftOf(2, 'Deux') })
  expect(result.current).toMatchObject({ isOvertaken: true, content: { what: 'Le mien' } })
  act(() => result.current.keepMine())
  expect(result.current).toMatchObject({ isOvertaken: false, isDirty: true, content: { what: 'Le mien' } })
  rerender({ draft: draftOf(3, 'Trois') })
  act(() => result.current.takeTheirs())
  expect(result.current).toMatchObject({ isOvertaken: false, isDirty: false, content: { what: 'Trois' } })
})

test('[B26] what is not yet saved survives a reload', () => {
  const before = write(draftOf(1, 'Un'))
  act(() =>
    before.result.current.change({
      text: { ...emptyContent, title: 'Crue', what: 'Au milieu d’une phrase' },
    }),
  )
  before.unmount()
  expect(write(draftOf(1, 'Un')).result.current.content.what).toBe('Au milieu d’une phrase')
})

test('[U281] what is not yet saved is unreadable in the tab’s storage, and another person does not find it', () => {
  const before = write(draftOf(1, 'Un'))
  act(() => before.result.current.change({ text: { ...emptyContent, title: 'Crue', what: 'Phrase gardée' } }))
  before.unmount()
  expect(sessionStorage.length).toBe(1)
  expect(JSON.stringify(sessionStorage)).not.toContain('gard')
  takeAuthorKey(PersonId.parse('01977f00-0000-7000-8000-00000000000b'), '0b'.repeat(32))
  expect(write(draftOf(1, 'Un')).result.current.content.what).toBe('Un')
  takeAuthorKey(alice, '0a'.repeat(32))
  expect(write(draftOf(1, 'Un')).result.current.content.what).toBe('Phrase gardée')
})

function Blanks() {
  const [value, setValue] = useState('Crue à {lieu} depuis {heure}, {lieu}.')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  return (
    <PartText
      label="Texte"
      lines="many"
      maxLength={800}
      value={value}
      onChange={setValue}
      values={values}
      onFill={setValues}
    />
  )
}

test('[B18] blanks are filled in place, the same one everywhere, and written freely when need be', async () => {
  const user = userEvent.setup()
  render(<Blanks />)
  const [first, second] = screen.getAllByLabelText('Blanc à remplir : lieu')
  if (first === undefined || second === undefined) throw new Error('two blanks were expected')
  await user.type(first, 'Persan')
  expect(second).toHaveProperty('value', 'Persan')
  await user.click(screen.getByRole('button', { name: 'Écrire librement' }))
  expect(screen.getByLabelText('Texte')).toHaveProperty('value', 'Crue à Persan depuis {heure}, Persan.')
})
