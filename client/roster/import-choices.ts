import { useState } from 'react'
import type { RosterPreview } from '#shared/roster/preview.ts'

/** What an import does only on somebody's word. */
export type ImportChoices = Readonly<{ removesGone: boolean; renames: boolean; leavesFaulty: boolean }>

const nothingAgreed: ImportChoices = { removesGone: false, renames: false, leavesFaulty: false }

/** A word is given for what was seen: read again, with other columns, the file asks anew. */
export function useImportChoices(preview: RosterPreview) {
  const [given, setGiven] = useState({ preview, choices: nothingAgreed })
  const choices = given.preview === preview ? given.choices : nothingAgreed
  const choose = (change: Partial<ImportChoices>) => setGiven({ preview, choices: { ...choices, ...change } })
  return { choices, choose }
}
