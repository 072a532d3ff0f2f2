import { hasPart } from '#client/calls/draft.ts'
import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { TextField } from '#client/ui/TextField.tsx'

/** Who called. The number comes first, it may already say who it is; both stand with the promise once there is one. */
export function CallerPart(props: PartProps) {
  const field = useCallerField(props)
  return (
    <div className="calls__line">
      {hasPart(props.draft, 'callback') ? null : (
        <>
          <CallerPhone {...props} />
          <CallerName {...props} />
        </>
      )}
      <TextField {...field('address', 200)} />
      <TextField {...field('language', 40)} />
      <TextField {...field('relation', 120)} />
    </div>
  )
}

/** The number: asked for where the caller is described, or where a call-back is promised. */
export function CallerPhone(props: PartProps) {
  const said = useWords(words)
  const field = useCallerField(props)
  const { problem } = props
  const error = problem === 'phone' || problem === 'phoneMissing' ? said.problems[problem] : null
  return <TextField {...field('phone', 40)} type="tel" error={error} />
}

export function CallerName(props: PartProps) {
  const field = useCallerField(props)
  return <TextField {...field('name', 120)} />
}

function useCallerField({ draft: { caller }, onChange }: PartProps) {
  const said = useWords(words)
  return (name: keyof typeof caller, maxLength: number) => ({
    label: said.caller[name],
    value: caller[name],
    maxLength,
    presence: 'optional' as const,
    onChange: (typed: string) => onChange({ caller: { ...caller, [name]: typed } }),
  })
}
