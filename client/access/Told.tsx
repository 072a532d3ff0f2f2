import { useEffect, useRef, type ReactNode } from 'react'
import { Callout } from '#client/ui/Callout.tsx'

/** `at`: its instant, which tells two of the same words apart: to be its key. */
export type Telling = Readonly<{ at: number; title: string; body: ReactNode }>

/** What an act came to, where its row stood a moment ago: the focus goes here, as the button that had it is gone. */
export function Told({ telling }: Readonly<{ telling: Telling }>) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Callout tone="success" title={telling.title}>
        {telling.body}
      </Callout>
    </div>
  )
}
