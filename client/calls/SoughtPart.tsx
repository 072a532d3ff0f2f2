import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Segmented } from '#client/ui/Segmented.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'

const sexes = ['unsaid', 'female', 'male'] as const
const statuses = ['open', 'locatedByCaller', 'forwarded'] as const
type Typed = 'name' | 'bornOrAge' | 'nationality' | 'relation' | 'lastContact' | 'description'

/** A person without news: enough to forward, nothing more. */
export function SoughtPart({ draft, problem, onChange }: PartProps) {
  const said = useWords(words)
  const { sought } = draft
  const change = (changes: Partial<typeof sought>) => onChange({ sought: { ...sought, ...changes } })
  const field = (name: Typed | 'declaredElsewhere', maxLength: number) => ({
    label: said.sought[name],
    value: sought[name],
    maxLength,
    presence: 'optional' as const,
    onChange: (typed: string) => change({ [name]: typed }),
  })
  return (
    <>
      <p className="ui-field__hint">{said.sought.never}</p>
      <div className="calls__line">
        <TextField
          {...field('name', 120)}
          presence="required"
          error={problem === 'soughtName' ? said.problems.soughtName : null}
        />
        <TextField {...field('bornOrAge', 40)} />
        <TextField {...field('relation', 80)} />
        <TextField {...field('nationality', 60)} />
        <TextField {...field('declaredElsewhere', 120)} />
      </div>
      <div className="calls__line">
        <TextArea {...field('lastContact', 400)} rows={2} />
        <TextArea {...field('description', 600)} rows={2} />
      </div>
      <div className="calls__line">
        <Segmented
          label={said.sought.sex}
          value={sought.sex ?? 'unsaid'}
          options={sexes.map((value) => ({ value, label: said.sought[value] }))}
          onChange={(sex) => change({ sex: sex === 'unsaid' ? null : sex })}
        />
        <Segmented
          label={said.sought.status}
          value={sought.status}
          options={statuses.map((value) => ({ value, label: said.sought.statuses[value] }))}
          onChange={(status) => change({ status })}
        />
      </div>
    </>
  )
}
