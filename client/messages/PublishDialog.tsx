import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { messageGrounds } from '#client/messages/grounds.ts'
import { useAct } from '#client/sync/use-act.ts'
import { words } from '#client/messages/words.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { isExercise } from '#shared/activation/select.ts'
import { shownContent } from '#shared/messages/select.ts'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type PublishDialogProps = Readonly<{ crisis: Crisis; message: Message; onClose: () => void }>

/** Says exactly where the text will appear and what it promises, before it does. The text is the one it opened with. */
export function PublishDialog({ crisis, message, onClose }: PublishDialogProps) {
  const said = useWords(words)
  const hours = useHours()
  const { act, problem, isSending } = useAct(onClose)
  const { title, nextPointAt } = shownContent(message)
  const publish = () => {
    const hash = message.draft?.hash ?? ''
    act({ type: 'messages.publish', message: message.id, hash }, said.published)
  }
  return (
    <Dialog
      title={said.publishTitle}
      onClose={onClose}
      overtaken={useOvertaken(messageGrounds(message.id), isSending)}
      footer={
        <>
          <Button icon="megaphone" disabled={isSending} onClick={publish}>
            {said.publish}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="msg-consequences">
        <li>
          {isExercise(crisis.activation)
            ? said.publishExercise(`${location.host}/exercice/info`)
            : said.publishReal(`${location.host}/info`)}
        </li>
        {message.versions.length === 0 ? null : <li>{said.publishCorrection(message.versions.length)}</li>}
        {nextPointAt === null ? null : <li>{said.publishPromise(hours.atHour(nextPointAt))}</li>}
      </ul>
      <ActProblem text={problem} />
    </Dialog>
  )
}
