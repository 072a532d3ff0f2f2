import { useState } from 'react'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { useMay } from '#client/sync/use-may.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import type { SubjectId } from '#shared/lib/id.ts'

type EraseButtonProps = Readonly<{ subject: SubjectId; onDone: () => void }>

/** Destroys what is known of a person, for those who answer for it; nothing brings it back. */
export function EraseButton({ subject, onDone }: EraseButtonProps) {
  const { erase: said } = useWords(words)
  const mayErase = useMay()('privacy.erase')
  const [isAsking, setAsking] = useState(false)
  if (!mayErase) return null
  return (
    <>
      <Button kind="tertiary" icon="trash" onClick={() => setAsking(true)}>
        {said.action}
      </Button>
      {isAsking ? (
        <ReasonDialog
          title={said.title}
          action={said.action}
          kind="danger"
          hint={said.hint}
          grounds={null}
          command={(reason) => ({ type: 'privacy.erase', subject, reason })}
          onDone={() => {
            announce(said.done, 'polite')
            onDone()
          }}
          onClose={() => setAsking(false)}
        >
          <p>{said.consequence}</p>
        </ReasonDialog>
      ) : null}
    </>
  )
}
