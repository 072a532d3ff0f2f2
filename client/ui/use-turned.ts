import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { announce } from '#client/ui/announce.ts'

type Turned = Readonly<{
  /** Around the control. */
  root: RefObject<HTMLDivElement | null>
  /** To be called when this person presses it: the change that follows is theirs. */
  pressed: () => void
}>

/**
 * For a control that means the opposite once pressed, and that others press too. Turned by someone else while a hand is
 * on it, it says so and gives the focus up: the press that was meant for what stood there must not undo what they did.
 */
export function useTurned(isOn: boolean, told: string): Turned {
  const root = useRef<HTMLDivElement>(null)
  const before = useRef(isOn)
  const isMine = useRef(false)
  const turned = useEffectEvent(() => {
    const { activeElement } = document
    if (isMine.current || !(activeElement instanceof HTMLElement)) return
    if (root.current?.contains(activeElement) !== true) return
    activeElement.blur()
    announce(told, 'assertive')
  })
  useEffect(() => {
    if (before.current === isOn) return
    before.current = isOn
    turned()
    isMine.current = false
  }, [isOn])
  return {
    root,
    pressed: () => {
      isMine.current = true
    },
  }
}
