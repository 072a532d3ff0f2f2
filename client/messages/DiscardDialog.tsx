import { useWords } from '#client/lib/words.ts'
import { messageGrounds } from '#client/messages/grounds.ts'
import { useAct } from '#client/sync/use-act.ts'
import { words } from '#client/messages/words.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import type { Message } from '#shared/messages/state.ts'

/** Throws away what is being written; what is out stays. */
export function DiscardDialog({ message, onClose }: Readonly<{ message: Message; onClose: () => void }>) {
  const said = useWords(words)
  const { act, problem, isSending } = useAct(onClose)
  return (
    <Dialog
      title={said.discardTitle}
      size="small"
      onClose={onClose}
      overtaken={useOvertaken(messageGrounds(message.id), isSending)}
      footer={
        <>
          <Button
            kind="danger"
            disabled={isSending}
            onClick={() => act({ type: 'messages.discard', message: message.id })}
          >
            {said.discard}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <p>{message.versions.length === 0 ? said.discardNew : said.discardCorrection}</p>
      <ActProblem text={problem} />
    </Dialog>
  )
}
