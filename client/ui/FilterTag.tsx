import type { ReactNode } from 'react'

type FilterTagProps = Readonly<{
  children: ReactNode
  pressed: boolean
  onChange: (pressed: boolean) => void
}>

/** A filter that is on or off. */
export function FilterTag({ children, pressed, onChange }: FilterTagProps) {
  return (
    <button
      type="button"
      className="ui-tag ui-tag--filter"
      aria-pressed={pressed}
      onClick={() => onChange(!pressed)}
    >
      {children}
    </button>
  )
}
