import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { useSingleKeys } from '#client/lib/single-keys.ts'
import { FieldError } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { isTyping } from '#client/ui/is-typing.ts'
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
  /** What it would mean, at the end of its row. */
  aside?: string | undefined
}>

type KeyChoiceProps<Value extends string> = Readonly<{
  label: string
  /** `spoken`: what is asked stands above already. */
  naming?: 'shown' | 'spoken'
  /** `rows`: one below the other, where each is an act of its own. */
  layout?: 'grid' | 'rows'
  options: readonly KeyOption<Value>[]
  value: Value | null
  /** Also called when the present choice is chosen again: a list of actions is a choice that keeps no value. */
  onChoose: (value: Value) => void
  /** `group`: keys work while the focus is inside. `screen`: anywhere on the screen, unless someone types. */
  listen?: 'group' | 'screen'
  /** `first` puts the focus on the group when it appears, for the next keystroke; a hand that is typing keeps it. */
  focus?: 'none' | 'first'
  /** A second level: Échap inside it leads back. */
  onLeave?: () => void
  error?: string | null
}>

/**
 * A grid of choices answered with one key. Arrows move, Espace and Entrée choose: unlike plain radios, moving does not
 * choose, because here a choice often acts at once (an answer recorded, the next member shown). The focus follows what is
 * chosen, so that Tab always leaves the group; on what is chosen already, Entrée is the form's.
 */
export function KeyChoice<Value extends string>(props: KeyChoiceProps<Value>) {
  const { label, options, value, onChoose, listen = 'group', focus = 'none', error = null } = props
  const { naming, layout } = props
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const bindings = options.map(
    (option) =>
      [option.keys, { label: `${label} : ${option.label}`, run: () => onChoose(option.value) }] as const,
  )
  useKeys(listen === 'screen' ? Object.fromEntries(bindings) : {})
  useEffect(() => {
    if (focus === 'none' || isTyping(document.activeElement)) return
    group.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [focus])
  const chosen = options.findIndex((option) => option.value === value)
  const stop = useTabStop(Math.max(0, chosen))
  return (
    <div className="ui-field">
      <span className={classNames('fr-label', naming === 'spoken' && 'fr-sr-only')} id={id}>
        {label}
      </span>
      <FieldError id={id} error={error} />
      <div
        ref={group}
        className={classNames('ui-key-choice', layout === 'rows' && 'ui-key-choice--rows')}
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={error === null ? undefined : `${id}-error`}
        aria-invalid={error === null ? undefined : true}
        onKeyDown={useGroupKeys(props, chosen)}
        onFocus={stop.onFocus}
        onBlur={stop.onBlur}
      >
        {options.map((option, index) => (
          <Option
            key={option.value}
            option={option}
            isChosen={index === chosen}
            isStop={index === stop.index}
            onChoose={() => onChoose(option.value)}
          />
        ))}
      </div>
    </div>
  )
}

/** The one option that Tab stops at: where the focus is while it is inside, else what is chosen. */
function useTabStop(chosen: number) {
  const [here, setHere] = useState<number | null>(null)
  return {
    index: here ?? chosen,
    onFocus: ({ currentTarget, target }: FocusEvent) =>
      setHere(buttonsIn(currentTarget).findIndex((one) => one === target)),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) setHere(null)
    },
  }
}

/** The keys of the group while the focus is inside, the first that has something to do. */
function useGroupKeys<Value extends string>(
  { options, onChoose, onLeave }: KeyChoiceProps<Value>,
  chosen: number,
) {
  const areKeysOn = useSingleKeys() === 'on'
  const choose = (event: KeyboardEvent, buttons: readonly HTMLElement[]): boolean => {
    if (!areKeysOn || event.repeat) return false
    const pressed = options.findIndex((option) => matchesKey(event.nativeEvent, option.keys))
    const option = options[pressed]
    if (option === undefined) return false
    // Before it is chosen: what follows may take the focus further on.
    buttons[pressed]?.focus()
    onChoose(option.value)
    return true
  }
  const submit = ({ key, repeat }: KeyboardEvent, buttons: readonly HTMLButtonElement[]): boolean => {
    const here = buttons[chosen]
    if (key !== 'Enter' || here === undefined || here.form === null || here !== document.activeElement)
      return false
    if (!repeat) here.form.requestSubmit()
    return true
  }
  const leave = ({ key }: KeyboardEvent): boolean => {
    if (key !== 'Escape' || onLeave === undefined) return false
    onLeave()
    return true
  }
  const move = ({ key }: KeyboardEvent, buttons: readonly HTMLElement[]): boolean => {
    const to = nextFocus(key, buttons, document.activeElement)
    to?.focus()
    return to !== null
  }
  return (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = buttonsIn(event.currentTarget)
    const isHandled = [choose, submit, leave, move].some((act) => act(event, buttons))
    if (isHandled) event.preventDefault()
  }
}

function buttonsIn(group: Element): HTMLButtonElement[] {
  return [...group.querySelectorAll('button')]
}

type OptionProps = Readonly<{
  option: KeyOption<string>
  isChosen: boolean
  isStop: boolean
  onChoose: () => void
}>

function Option({ option, isChosen, isStop, onChoose }: OptionProps) {
  const { keys, tone = 'info', icon, label, aside } = option
  const areKeysOn = useSingleKeys() === 'on'
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-keyshortcuts={areKeysOn ? keys : undefined}
      tabIndex={isStop ? 0 : -1}
      className={classNames('ui-key-choice__option', `ui-tone--${tone}`)}
      onClick={onChoose}
    >
      <Kbd keys={keys} />
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{label}</span>
      {aside === undefined ? null : <span className="ui-key-choice__aside">{aside}</span>}
    </button>
  )
}
