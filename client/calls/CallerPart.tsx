import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { TextField } from '#client/ui/TextField.tsx'

/** Who called. The number comes first: it may already say who it is. */
export function CallerPart({ draft, problem, onChange }: PartProps) {
  const said = useWords(words)
  const { caller } = draft
  const field = (name: keyof typeof caller, maxLength: number) => ({
    label: said.caller[name],
    value: caller[name],
    maxLength,
    presence: 'optional' as const,
    onChange: (typed: string) => onChange({ caller: { ...caller, [name]: typed } }),
  })
  const phoneProblem = problem === 'phone' || problem === 'phoneMissing' ? said.problems[problem] : null
  return (
    <div className="calls__fields">
      <TextField {...field('phone', 40)} type="tel" error={phoneProblem} />
      <TextField {...field('name', 120)} />
      <TextField {...field('address', 200)} />
      <TextField {...field('language', 40)} />
      <TextField {...field('relation', 120)} />
    </div>
  )
}
