import { useEffect, useId, type Ref } from 'react'
import { useWords } from '#client/lib/words.ts'
import { ComboboxList } from '#client/ui/ComboboxList.tsx'
import { cleanTyping } from '#client/ui/clean-typing.ts'
import { describedBy, Field, type FieldProps } from '#client/ui/Field.tsx'
import { Tag } from '#client/ui/Tag.tsx'
import type { Suggest, Suggestion } from '#client/ui/use-suggestions.ts'
import { useTypeAhead } from '#client/ui/use-type-ahead.ts'
import { words } from '#client/ui/words.ts'

type ComboboxProps = FieldProps &
  Readonly<{
    /** What is chosen. With `one`, at most one. */
    chosen: readonly Suggestion[]
    /** What tells two chips of one name apart. */
    apart?: ((one: Suggestion) => string) | undefined
    onChange: (chosen: readonly Suggestion[]) => void
    /** Keep it stable between renders (module level or `useCallback`): a new function asks again. */
    suggest: Suggest
    many?: 'one' | 'several'
    placeholder?: string
    ref?: Ref<HTMLInputElement>
  }>

/**
 * Type-ahead after the ARIA 1.2 combobox pattern: the focus stays in the input, `aria-activedescendant` points at the
 * option. Entrée or Tab takes the highlighted one; Échap closes the list and keeps what is typed; Retour arrière in an empty input takes the
 * last chip back. Text that is not taken makes the field invalid: a form that is sent by a key asks `reportValidity`.
 */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    hint,
    error,
    presence,
    chosen,
    onChange,
    suggest,
    many = 'one',
    apart,
    placeholder,
    ref,
  } = props
  const id = useId()
  const ahead = useTypeAhead({ chosen, onChange, suggest, many })
  useUntaken(id, ahead.text !== null && ahead.text.trim() !== '')
  const single = many === 'one' ? chosen[0] : undefined
  const optional = presence === undefined ? {} : { presence }
  return (
    <Field id={id} label={label} hint={hint} error={error} {...optional}>
      <div className="ui-combobox">
        {many === 'several' ? <Chips chosen={chosen} apart={apart} onChange={onChange} /> : null}
        <input
          {...describedBy(id, { hint, error, ...optional })}
          ref={ref}
          className="fr-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-expanded={ahead.isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={ahead.list.length > 0 ? `${id}-${ahead.active}` : undefined}
          value={ahead.text ?? single?.label ?? ''}
          onChange={(event) => ahead.type(cleanTyping(event))}
          onKeyDown={ahead.onKeyDown}
          onBlur={ahead.leave}
        />
        <ComboboxList id={id} label={label} ahead={ahead} />
      </div>
    </Field>
  )
}

/** What stands in the field and is not chosen, or not yet, is not sent: the form asks for it, or for an empty field, first. */
function useUntaken(id: string, isUntaken: boolean): void {
  const { untaken } = useWords(words)
  useEffect(() => {
    const input = document.getElementById(id)
    if (input instanceof HTMLInputElement) input.setCustomValidity(isUntaken ? untaken : '')
  }, [id, isUntaken, untaken])
}

function Chips({ chosen, apart, onChange }: Pick<ComboboxProps, 'chosen' | 'apart' | 'onChange'>) {
  return chosen.map((one) => (
    <Tag
      key={one.value}
      label={one.label}
      detail={apart?.(one)}
      onRemove={() => onChange(chosen.filter((other) => other !== one))}
    />
  ))
}
