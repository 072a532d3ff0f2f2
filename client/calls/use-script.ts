import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Draft } from '#client/calls/draft.ts'
import { useUrgent } from '#client/calls/use-urgent.ts'
import { isTyping } from '#client/ui/is-typing.ts'
import type { UrgentId } from '#shared/lib/id.ts'

/**
 * The words to say in the emergency of this sheet: shown from the press that raised it, put aside for a look at something
 * else, called back by the same press. `onShow` brings their zone in sight.
 */
export function useScript(draft: Draft, onShow: () => void) {
  const { current, isShown, raise } = useUrgent(draft)
  const [left, setLeft] = useState<UrgentId | null>(null)
  const script = useRef<HTMLDivElement>(null)
  const onLine = isShown ? draft.urgent : null
  const raiseOrAnswer = () => {
    const isAskedAgain = onLine !== null
    if (isAskedAgain) flushSync(() => setLeft(null))
    // What is typed stays text: only a second press takes a hand from its text to the words to say.
    if (isAskedAgain || !isTyping(document.activeElement)) onShow()
    raise()
    script.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
  }
  return {
    script,
    /** The emergency on the line, and the same once the server knows of it. */
    onLine,
    running: current,
    isSaying: onLine !== null && left !== onLine,
    say: (isSaying: boolean) => setLeft(isSaying ? null : onLine),
    raise: raiseOrAnswer,
  }
}

export type Script = ReturnType<typeof useScript>
