import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { takeBack, type PendingSheet } from '#client/calls/take-back.ts'
import { words } from '#client/calls/room-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'

/** Puts a refused sheet on the table again, once; only in its own crisis, whose desk it needs. */
export function TakeBackButton({ item }: Readonly<{ item: PendingSheet }>) {
  const said = useWords(words)
  const navigate = useNavigate()
  const followed = useConsole((view) => view.followed)
  const [isTaken, setTaken] = useState(false)
  if (item.envelope.crisis !== followed) return null
  const take = async () => {
    setTaken(true)
    await takeBack(item)
    await navigate({ to: '/appels' })
  }
  return (
    <Button kind="secondary" size="small" disabled={isTaken} onClick={() => void take()}>
      {said.takeBack}
    </Button>
  )
}
