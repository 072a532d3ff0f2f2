import { useState, type KeyboardEvent, type MouseEvent } from 'react'

/** Whether capitals are locked while the focus is in a field: known from the keys pressed in it, and from a press on it. */
export function useCapsLock() {
  const [isOn, setOn] = useState(false)
  const read = (event: KeyboardEvent | MouseEvent) => setOn(event.getModifierState('CapsLock'))
  return {
    isOn,
    handlers: {
      onKeyDown: read,
      // On some systems the key's own press still tells how it was before.
      onKeyUp: read,
      onClick: read,
      onBlur: () => setOn(false),
    },
  }
}
