import type { ReactNode } from 'react'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'

type OneZoneProps = Readonly<{ title: string; children: ReactNode }>

/** A screen of a single zone: its head and its foot stay, what is between them scrolls. */
export function OneZone({ title, children }: OneZoneProps) {
  return (
    <ZoneLayout
      title={title}
      shown="only"
      onShow={() => undefined}
      zones={[{ id: 'only', title, width: 1, mark: null, content: children }]}
    />
  )
}
