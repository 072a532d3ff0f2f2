import { useRef } from 'react'
import { CallBar } from '#client/calls/CallBar.tsx'
import type { Draft } from '#client/calls/draft.ts'
import { SameNumber } from '#client/calls/SameNumber.tsx'
import { UrgentScript } from '#client/calls/UrgentScript.tsx'
import { useUrgent } from '#client/calls/use-urgent.ts'

type CallHeadProps = Readonly<{ draft: Draft; onChange: (changes: Partial<Draft>) => void }>

/** Above the questions: the running call, who called before from there, the emergency on the line. */
export function CallHead({ draft, onChange }: CallHeadProps) {
  const script = useRef<HTMLDivElement>(null)
  const { current, isShown, raise } = useUrgent(draft)
  const raiseOrAnswer = () => {
    raise()
    // Pressed again, from a text that kept the focus.
    script.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  return (
    <>
      <CallBar draft={draft} onUrgent={raiseOrAnswer} />
      <SameNumber draft={draft} onChange={onChange} />
      {isShown && draft.urgent !== null ? (
        <div ref={script}>
          <UrgentScript key={draft.urgent} id={draft.urgent} urgent={current} />
        </div>
      ) : null}
    </>
  )
}
