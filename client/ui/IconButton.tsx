import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'

type IconButtonProps = Readonly<{
  icon: IconName
  /** What it does, in words: read aloud and shown on hover. */
  label: string
  onClick: () => void
  disabled?: boolean
}>

export function IconButton({ icon, label, onClick, disabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className="ui-icon-btn"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={20} />
    </button>
  )
}
