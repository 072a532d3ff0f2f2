import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { Kbd } from '#client/ui/Kbd.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'danger'

type ButtonProps = Readonly<{
  children: ReactNode
  onClick?: (() => void) | undefined
  kind?: ButtonKind
  type?: 'button' | 'submit'
  /** `large` for the one action of a screen; `small` inside rows. */
  size?: 'small' | 'medium' | 'large'
  icon?: IconName | undefined
  /** The key that does the same, shown on the button; bind it with `useKeys`. */
  keys?: string | undefined
  disabled?: boolean
  /** Its name, where its words alone would be those of its neighbours. Begins with them. */
  label?: string | undefined
}>

/** How each kind is drawn, on a button or on a link. */
export const buttonKinds: Readonly<Record<ButtonKind, string | null>> = {
  primary: null,
  secondary: 'fr-btn--secondary',
  tertiary: 'fr-btn--tertiary-no-outline',
  danger: 'ui-btn--danger',
}

export function Button({ children, onClick, kind = 'primary', type = 'button', ...rest }: ButtonProps) {
  const { size = 'medium', icon, keys, disabled = false, label } = rest
  return (
    <button
      type={type}
      className={classNames('fr-btn', buttonKinds[kind], size !== 'medium' && `ui-btn--${size}`)}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </button>
  )
}
