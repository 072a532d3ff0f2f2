import { useState, type ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { BlankText, type BlankValues } from '#client/messages/BlankText.tsx'
import { remarkWords } from '#client/messages/remark-words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { Remark } from '#shared/messages/lint.ts'
import { blanksIn, fillText } from '#shared/messages/template.ts'

type PartTextProps = Readonly<{
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  values: BlankValues
  onFill: (values: BlankValues) => void
  lines: 'one' | 'many'
  maxLength: number
}>

/** One text of a message: a sentence with blanks while it has some, a plain field otherwise. */
export function PartText({ values, onFill, lines, ...field }: PartTextProps) {
  const { label, value, onChange } = field
  const [isFree, setFree] = useState(false)
  if (!isFree && blanksIn(value).length > 0) {
    const writeFreely = () => {
      onChange(fillText(value, values))
      setFree(true)
    }
    return (
      <BlankText label={label} text={value} values={values} onFill={onFill} onWriteFreely={writeFreely} />
    )
  }
  return lines === 'one' ? <TextField {...field} /> : <TextArea {...field} rows={2} />
}

/** A part with the linter's remarks in the margin. A blank that is left is seen in its place and needs none. */
export function Part({ remarks, children }: Readonly<{ remarks: readonly Remark[]; children: ReactNode }>) {
  const said = useWords(remarkWords)
  const isUnfinished = remarks.some(({ blocking }) => blocking)
  return (
    <div className={classNames('msg-part', isUnfinished && 'msg-part--unfinished')}>
      {children}
      <ul className="msg-part__remarks">
        {remarks
          .filter(({ code }) => code !== 'blank-left')
          .map(({ code, detail, blocking }) => (
            <li key={`${code} ${detail ?? ''}`} className={`ui-tone--${blocking ? 'danger' : 'warning'}`}>
              <Icon name={blocking ? 'danger' : 'warning'} /> {said[code](detail ?? '')}
            </li>
          ))}
      </ul>
    </div>
  )
}
