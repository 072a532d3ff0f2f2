import { useState } from 'react'
import { words } from '#client/followers/words.ts'
import { useWords } from '#client/lib/words.ts'
import { releaseFollower } from '#client/sync/console.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'

/** For administrators, after a restore: the public page stays as it was until somebody has read what is in force. */
export function HeldPage() {
  const { held: said } = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const page = useConsole(({ troubles }) => troubles).find(({ is }) => is === 'held')
  if (page === undefined) return null
  return (
    <Panel title={said.title}>
      <p>
        {said.lead} <RelativeTime at={page.since} />
      </p>
      <p>
        <Button onClick={() => setAsking(true)}>{said.release}</Button>
      </p>
      <p className="access-rows__detail">{said.orElse}</p>
      {isAsking ? (
        <Sure
          onClose={() => setAsking(false)}
          onYes={() => {
            releaseFollower(page.follower)
            setAsking(false)
            announce(said.asked, 'polite')
          }}
        />
      ) : null}
    </Panel>
  )
}

function Sure({ onClose, onYes }: Readonly<{ onClose: () => void; onYes: () => void }>) {
  const { held: said } = useWords(words)
  const footer = (
    <>
      <Button onClick={onYes}>{said.yes}</Button>
      <Button kind="secondary" onClick={onClose}>
        {said.no}
      </Button>
    </>
  )
  return (
    <Dialog title={said.release} size="small" onClose={onClose} footer={footer}>
      <p>{said.sure}</p>
    </Dialog>
  )
}
