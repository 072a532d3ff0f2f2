import { useEffect, useRef } from 'react'

/** For a form that has just appeared: the next keystroke is needed in its first field. */
export function useFirstField() {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus(), [])
  return form
}
