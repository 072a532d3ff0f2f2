import { useEffect, useRef } from 'react'
import { importWords } from '#client/roster/import-words.ts'
import type { FormProblems, MemberField, MemberForm } from '#client/roster/member-form.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'

type MemberFieldsProps = Readonly<{
  form: MemberForm
  problems: FormProblems
  onChange: (form: MemberForm) => void
}>

/** The fields of a member, the first faulty one in focus after a refusal. */
export function MemberFields({ form, problems, onChange }: MemberFieldsProps) {
  const said = useWords(words)
  const { problems: sentences } = useWords(importWords)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstFault(grid.current)
    else grid.current?.querySelector('input')?.focus()
  }, [problems])
  const errorOf = (field: MemberField): string | null => {
    const code = problems[field]
    if (code === undefined) return null
    return field === 'lastName' ? said.lastNameMissing : sentences[code]
  }
  const field = (name: MemberField, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      error={errorOf(name)}
      presence={name === 'lastName' ? 'required' : 'optional'}
      value={form[name]}
      onChange={(typed) => onChange({ ...form, [name]: typed })}
      maxLength={200}
    />
  )
  return (
    <div ref={grid} className="ui-fields">
      {field('lastName', said.lastName)}
      {field('firstName', said.firstName)}
      {field('service', said.service)}
      {field('mobile', said.kinds.mobile)}
      {field('home', said.kinds.home)}
      {field('office', said.kinds.office)}
      {field('email', said.email)}
      {field('distanceKm', said.distanceKm)}
      {field('travelMinutes', said.travelMinutes)}
      {field('trainedOn', said.trainedOn, said.trainedHint)}
      {field('rank', said.rankField, said.rankHint)}
      {field('skills', said.skills, said.listHint)}
      {field('languages', said.languages, said.listHint)}
    </div>
  )
}
