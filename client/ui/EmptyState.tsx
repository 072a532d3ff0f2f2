import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'

type EmptyStateProps = Readonly<{
  /** "Rien à rappeler pour l'instant." */
  title: string
  /** Two lines that teach the screen: what will be here, and what to do. */
  children: ReactNode
  icon?: IconName
  action?: ReactNode
}>

export function EmptyState({ title, children, icon, action }: EmptyStateProps) {
  return (
    <div className="ui-state">
      {icon === undefined ? null : <Icon name={icon} size={32} />}
      <p className="ui-state__title">{title}</p>
      <div className="ui-state__words">{children}</div>
      {action === undefined ? null : <div className="ui-state__action">{action}</div>}
    </div>
  )
}
