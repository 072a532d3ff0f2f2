import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { FieldError } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { Kbd } from '#client/ui/Kbd.tsx'
import { matchesKey } from '#client/ui/keys.ts'
import { nextFocus } from '#client/ui/next-focus.ts'
import type { Tone } from '#client/ui/tone.ts'
import { useKeys } from '#client/ui/use-keys.ts'

type KeyOption<Value extends string> = Readonly<{
  value: Value
  label: string
  /** The one digit or letter that chooses it, always visible. */
  keys: string
  tone?: Tone
  icon?: IconName
}>

type KeyChoiceProps<Value extends string> = Readonly<{
  label: string
  options: readonly KeyOption<Value>[]
  value: Value | null
  /** Also called when the present choice is chosen again: a list of actions is a choice that keeps no value. */
  onChoose: (value: Value) => void
  /** `group`: keys work while the focus is inside. `screen`: anywhere on the screen, unless someone types. */
  listen?: 'group' | 'screen'
  /** `first` puts the focus on the group when it appears, for the next keystroke. */
  focus?: 'none' | 'first'
  error?: string | null
}>

/**
 * A grid of choices answered with one key. Arrows move, Espace and Entrée choose: unlike plain radios, moving does not
 * choose, because here a choice often acts at once (an answer recorded, the next member shown).
 */
export function KeyChoice<Value extends string>(props: KeyChoiceProps<Value>) {
  const { label, options, value, onChoose, listen = 'group', focus = 'none', error = null } = props
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const bindings = options.map(
    (option) =>
      [option.keys, { label: `${label} : ${option.label}`, run: () => onChoose(option.value) }] as const,
  )
  useKeys(listen === 'screen' ? Object.fromEntries(bindings) : {})
  useEffect(() => {
    if (focus === 'first') group.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [focus])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const pressed = options.find((option) => matchesKey(event.nativeEvent, option.keys))
    if (pressed !== undefined && !event.repeat) {
      event.preventDefault()
      onChoose(pressed.value)
      return
    }
    const to = nextFocus(
      event.key,
      [...event.currentTarget.querySelectorAll('button')],
      document.activeElement,
    )
    if (to === null) return
    event.preventDefault()
    to.focus()
  }

  const chosen = options.findIndex((option) => option.value === value)
  return (
    <div className="ui-field">
      <span className="fr-label" id={id}>
        {label}
      </span>
      <FieldError id={id} error={error} />
      <div
        ref={group}
        className="ui-key-choice"
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={error === null ? undefined : `${id}-error`}
        aria-invalid={error === null ? undefined : true}
        onKeyDown={onKeyDown}
      >
        {options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={option.value === value}
            aria-keyshortcuts={option.keys}
            tabIndex={index === Math.max(0, chosen) ? 0 : -1}
            className={classNames('ui-key-choice__option', `ui-tone--${option.tone ?? 'info'}`)}
            onClick={() => onChoose(option.value)}
          >
            <Kbd keys={option.keys} />
            {option.icon === undefined ? null : <Icon name={option.icon} />}
            <span>{option.label}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
