import { useId, useRef } from 'react'
import { cleanTyping, useTextFault } from '#client/ui/clean-typing.ts'
import { describedBy, FieldError } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { useKeys } from '#client/ui/use-keys.ts'

type SearchFieldProps = Readonly<{
  /** What it searches: its name, and what stands in it while it is empty. */
  label: string
  /** Shown instead of the name: what one may write. */
  placeholder?: string
  value: string
  onChange: (value: string) => void
  /** The key that leads into it from anywhere on the screen. */
  keys?: string
  /** Brings it in sight first, where that key finds it hidden: it must stand when this returns. */
  onKey?: () => void
  maxLength?: number
}>

/** Where one types to narrow a list. Échap empties it; nobody expects it to be required, so it says nothing about it. */
export function SearchField({ label, placeholder = label, keys, onKey, ...input }: SearchFieldProps) {
  const { value, onChange, maxLength = 60 } = input
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const error = useTextFault(label, value)
  const lead = () => {
    onKey?.()
    field.current?.focus()
  }
  useKeys(keys === undefined ? {} : { [keys]: { label, run: lead } })
  return (
    <div className="ui-search">
      <Icon name="search" />
      <input
        {...describedBy(id, { error, presence: 'optional' })}
        ref={field}
        type="search"
        className="fr-input"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={maxLength}
        value={value}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          // Handled: what is around it does not close as well.
          event.preventDefault()
          onChange('')
        }}
        onChange={(event) => onChange(cleanTyping(event))}
      />
      {keys === undefined ? null : <Kbd keys={keys} />}
      <FieldError id={id} error={error} />
    </div>
  )
}
