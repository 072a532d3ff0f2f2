import { useWords } from '#client/lib/words.ts'
import { classNames } from '#client/lib/class-names.ts'
import { words } from '#client/messages/words.ts'
import { cleanTyping } from '#client/ui/clean-typing.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { piecesOf } from '#shared/messages/template.ts'

export type BlankValues = Readonly<Record<string, string>>

type Filling = Readonly<{ values: BlankValues; onFill: (values: BlankValues) => void }>

type BlankTextProps = Filling & Readonly<{ label: string; text: string; onWriteFreely: () => void }>

/** A template's sentence with its blanks in place. The same blank filled here is filled everywhere. */
export function BlankText({ label, text, onWriteFreely, ...filling }: BlankTextProps) {
  const said = useWords(words)
  return (
    <fieldset className="ui-field">
      <legend className="fr-label">{label}</legend>
      <div className="msg-blanks">
        <p>
          {piecesOf(text).map((piece, n, all) => {
            if (piece.is === 'text')
              return n === 0 ? piece.text : piece.text.slice(closing(piece.text).length)
            const next = all[n + 1]
            return (
              <Blank
                // The pieces of a template stand still while its blanks are filled.
                // oxlint-disable-next-line react/no-array-index-key
                key={n}
                {...filling}
                name={piece.name}
                after={next?.is === 'text' ? closing(next.text) : ''}
              />
            )
          })}
        </p>
        <IconButton icon="pencil" label={said.writeFreely} onClick={onWriteFreely} />
      </div>
    </fieldset>
  )
}

/** What belongs to the blank before it: no line begins with a comma. */
function closing(text: string): string {
  return /^[^\s\p{L}\p{N}]+/u.exec(text)?.[0] ?? ''
}

type BlankProps = Filling & Readonly<{ name: string; after: string }>

function Blank({ name, after, values, onFill }: BlankProps) {
  const said = useWords(words)
  const value = values[name] ?? ''
  return (
    <span>
      <input
        className={classNames('msg-blank', value.trim() === '' && 'msg-blank--empty')}
        aria-label={said.blank(name)}
        placeholder={name}
        autoComplete="off"
        size={Math.max(8, (value === '' ? name : value).length + 1)}
        value={value}
        onChange={(event) => onFill({ ...values, [name]: cleanTyping(event) })}
      />
      {after}
    </span>
  )
}
