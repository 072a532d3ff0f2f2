import { useWords } from '#client/lib/words.ts'
import type { useTypeAhead } from '#client/ui/use-type-ahead.ts'
import { words } from '#client/ui/words.ts'

type ComboboxListProps = Readonly<{ id: string; label: string; ahead: ReturnType<typeof useTypeAhead> }>

/** The options under a combobox. A press must not take the focus from the input, hence `onMouseDown`. */
export function ComboboxList({ id, label, ahead }: ComboboxListProps) {
  const { noMatch, loading } = useWords(words)
  const { list, active, isOpen, suggestions, take } = ahead
  return (
    <div className="ui-combobox__list" hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
      <ul id={`${id}-list`} role="listbox" aria-label={label}>
        {list.map((one, index) => (
          <li
            key={one.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => take(one)}
          >
            <span>{one.label}</span>
            {one.detail === undefined ? null : (
              <span className="ui-combobox__detail ui-quiet">{one.detail}</span>
            )}
          </li>
        ))}
      </ul>
      {list.length === 0 ? <p>{suggestions.status === 'waiting' ? loading : noMatch}</p> : null}
    </div>
  )
}
