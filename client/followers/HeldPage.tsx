import { useState } from 'react'
import { useAsk } from '#client/followers/use-ask.ts'
import { words } from '#client/followers/words.ts'
import { useWords } from '#client/lib/words.ts'
import { releaseFollower } from '#client/sync/console.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'
import type { Trouble } from '#shared/followers/followers.ts'

/** For administrators, after a restore: the public page stays as it was until somebody has read what is in force. */
export function HeldPage() {
  const page = useConsole(({ troubles }) => troubles).find(({ is }) => is === 'held')
  // Held again it is another question: what was asked of the last time is not open any more.
  return page === undefined ? null : <Held key={page.since} page={page} />
}

function Held({ page }: Readonly<{ page: Trouble }>) {
  const { held: said } = useWords(words)
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel title={said.title} aside={<RelativeTime at={page.since} />}>
      <p>{said.lead}</p>
      <p>
        <Button onClick={() => setAsking(true)}>{said.release}</Button>
      </p>
      <p className="access-rows__detail">{said.orElse}</p>
      {isAsking ? <Sure page={page} onClose={() => setAsking(false)} /> : null}
    </Panel>
  )
}

function Sure({ page, onClose }: Readonly<{ page: Trouble; onClose: () => void }>) {
  const { held: said } = useWords(words)
  const { press, problem } = useAsk(releaseFollower, said.asked)
  const release = async () => {
    if (await press(page.follower)) onClose()
  }
  const footer = (
    <>
      <Button onClick={() => void release()}>{said.yes}</Button>
      <Button kind="secondary" onClick={onClose}>
        {said.no}
      </Button>
    </>
  )
  return (
    <Dialog title={said.release} size="small" onClose={onClose} footer={footer}>
      <p>{said.sure}</p>
      <ActProblem text={problem} />
    </Dialog>
  )
}
