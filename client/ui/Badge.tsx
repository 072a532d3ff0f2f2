import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { toneIcon, type Tone } from '#client/ui/tone.ts'

/** A state in one or two words, with its colour and its sign. */
export function Badge({ tone, children }: Readonly<{ tone: Tone; children: ReactNode }>) {
  return (
    <span className={`ui-badge ui-tone--${tone}`}>
      {tone === 'neutral' ? null : <Icon name={toneIcon[tone]} />}
      {children}
    </span>
  )
}
