import { iconPath, type IconName } from '#client/ui/icons.ts'

type IconProps = Readonly<{
  name: IconName
  /** Edge in pixels: 16 beside text, 20 in navigation. */
  size?: 16 | 20 | 24 | 32
}>

/** Always decoration: the words beside it, or the label of its button, say what it means. */
export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      className="ui-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPath(name)} fill="currentColor" />
    </svg>
  )
}
