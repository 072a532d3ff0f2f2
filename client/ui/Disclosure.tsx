import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'

type DisclosureProps = Readonly<{
  /** What is on the button. */
  summary: ReactNode
  /** What the button opens, in words. */
  label: string
  children: ReactNode
  align?: 'start' | 'end'
}>

/** A button that opens a small panel under it. Échap, a press outside, or leaving it by keyboard closes it. */
export function Disclosure({ summary, label, children, align = 'start' }: DisclosureProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isOpen) return undefined
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false)
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      root.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', closeOnEscape)
    }
  }, [isOpen])

  return (
    <div className={`ui-disclosure ui-disclosure--${align}`} ref={root}>
      <button
        type="button"
        className="ui-disclosure__button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {summary}
        <Icon name="chevronDown" />
      </button>
      <div id={id} className="ui-disclosure__panel" role="group" aria-label={label} hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
