import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { buttonKinds, type ButtonKind } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'

type LinkButtonProps = Readonly<{
  /** `tel:`, a download, or a page outside the console. */
  href: string
  children: ReactNode
  kind?: ButtonKind
  icon?: IconName
}>

/** Looks like a button, is a link: dialling a number, fetching a file. */
export function LinkButton({ href, children, kind = 'primary', icon }: LinkButtonProps) {
  return (
    <a href={href} className={classNames('fr-btn', buttonKinds[kind])}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}
