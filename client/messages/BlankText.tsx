import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { cleanTyping } from '#client/ui/clean-typing.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { piecesOf } from '#shared/messages/template.ts'

export type BlankValues = Readonly<Record<string, string>>

type BlankTextProps = Readonly<{
  label: string
  text: string
  values: BlankValues
  onFill: (values: BlankValues) => void
  onWriteFreely: () => void
}>

/** A template's sentence with its blanks in place. The same blank filled here is filled everywhere. */
export function BlankText({ label, text, values, onFill, onWriteFreely }: BlankTextProps) {
  const said = useWords(words)
  return (
    <fieldset className="ui-field">
      <legend className="fr-label">{label}</legend>
      <div className="msg-blanks">
        <p>
          {piecesOf(text).map((piece, n) =>
            piece.is === 'text' ? (
              piece.text
            ) : (
              <input
                // The pieces of a template stand still while its blanks are filled.
                // oxlint-disable-next-line react/no-array-index-key
                key={n}
                className={classNames('msg-blank', isEmpty(values[piece.name]) && 'msg-blank--empty')}
                aria-label={said.blank(piece.name)}
                placeholder={piece.name}
                autoComplete="off"
                size={Math.max(8, (values[piece.name] ?? piece.name).length + 1)}
                value={values[piece.name] ?? ''}
                onChange={(event) => onFill({ ...values, [piece.name]: cleanTyping(event) })}
              />
            ),
          )}
        </p>
        <IconButton icon="pencil" label={said.writeFreely} onClick={onWriteFreely} />
      </div>
    </fieldset>
  )
}

function isEmpty(value = ''): boolean {
  return value.trim() === ''
}
