import { expect, test } from 'vitest'
import { type PreviewOptions, previewRoster } from '#server/roster/import/preview.ts'

type Existing = PreviewOptions['existing'][number]

function odile(id: string, e164: string): Existing {
  return { id, lastName: 'Garnier', firstName: 'Odile', phones: [{ kind: 'mobile', e164 }] }
}

/** What each number in a file of Odile Garniers comes to. */
function told(numbers: readonly string[], existing: readonly Existing[]): unknown {
  const text = `Nom;Prénom;Portable\n${numbers.map((number) => `Garnier;Odile;${number}\n`).join('')}`
  const placeOf: PreviewOptions['placeOf'] = () => ({ is: 'unknown' })
  const options = { mapping: null, encoding: null, existing, placeOf }
  const reading = previewRoster(new TextEncoder().encode(text), options)
  if (!reading.ok) throw new Error(reading.refusal.code)
  return Object.fromEntries(
    reading.preview.rows.map((row) => [numbers[row.line - 2], `${row.change} ${row.existing}`]),
  )
}

test.each([[['0639980001', '0639981234']], [['0639981234', '0639980001']]])(
  '[R66] of two homonyms, who kept a number is not taken for the one who has a new one, whatever the order: %s',
  (numbers) => {
    const kept = odile('m1', '+33639981234')
    const changed = odile('m2', '+33639985678')
    expect(told(numbers, [kept, changed])).toEqual({
      '0639981234': 'unchanged m1',
      '0639980001': 'changed m2',
    })
    expect(told(numbers, [kept])).toEqual({ '0639981234': 'unchanged m1', '0639980001': 'added null' })
  },
)
