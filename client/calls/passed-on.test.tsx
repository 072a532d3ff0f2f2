import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DetailsPart } from '#client/calls/DetailsPart.tsx'
import { emptyDraft, type Draft } from '#client/calls/draft.ts'
import { UpwardPart } from '#client/calls/UpwardPart.tsx'
import { CrisisId } from '#shared/lib/id.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { alice } from '../../test/support/sheets.ts'

afterEach(cleanup)

const id = sheetId(0x100) as Draft['id']
const draft = emptyDraft({ id, crisis: CrisisId.parse(commandId(1)), person: alice.id, madeAt: t0 })
const part = { draft, problem: null, onChange: () => undefined }

test('[C223] what is passed on or read by all says so under its field', () => {
  render(
    <>
      <UpwardPart {...part} />
      <DetailsPart {...part} />
    </>,
  )
  const hintOf = (label: RegExp) => {
    const field = screen.getByLabelText(label)
    const [hint] = (field.getAttribute('aria-describedby') ?? '').split(' ')
    return document.querySelector(`[id="${hint}"]`)?.textContent
  }
  expect(hintOf(/Fait à remonter/)).toMatch(/transmis au COD.*ni de nom|pas de nom ni de numéro/)
  expect(hintOf(/^Lieu/)).toMatch(/Transmis/)
  expect(hintOf(/Réorienté vers/)).toMatch(/lu par toute la cellule/)
})
