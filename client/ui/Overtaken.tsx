import { useEffect, useRef } from 'react'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { isTyping } from '#client/ui/is-typing.ts'
import { words } from '#client/ui/words.ts'

/**
 * Others were faster: who did what, said aloud. The hand that stood on the act is taken off it; one that is typing stays
 * where it is, with nothing under its Entrée.
 */
export function Overtaken({ said }: Readonly<{ said: string }>) {
  const { overtaken, overtakenHint } = useWords(words)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    announce(`${overtaken} ${said}`, 'assertive')
    if (!isTyping(document.activeElement)) root.current?.focus()
  }, [overtaken, said])
  return (
    <div ref={root} className="ui-dialog__overtaken" tabIndex={-1}>
      <Callout tone="warning" title={overtaken}>
        <p>{said}</p>
        <p>{overtakenHint}</p>
      </Callout>
    </div>
  )
}
