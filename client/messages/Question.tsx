import { useWords } from '#client/lib/words.ts'
import { DiscardDialog } from '#client/messages/DiscardDialog.tsx'
import { messageGrounds } from '#client/messages/grounds.ts'
import { PublishDialog } from '#client/messages/PublishDialog.tsx'
import { words } from '#client/messages/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

export type Asking = 'publish' | 'correct' | 'withdraw' | 'sendBack' | 'discard'

type QuestionProps = Readonly<{
  asking: Asking
  crisis: Crisis
  message: Message
  onClose: () => void
}>

/** What is asked before a deed that others, or the public, will see: on the text as it was when it was asked. */
export function Question({ asking, crisis, message: { id }, message, onClose }: QuestionProps) {
  const said = useWords(words)
  if (asking === 'publish') return <PublishDialog crisis={crisis} message={message} onClose={onClose} />
  if (asking === 'discard') return <DiscardDialog message={message} onClose={onClose} />
  const grounds = messageGrounds(id)
  if (asking === 'sendBack') {
    return (
      <ReasonDialog
        title={said.sendBackTitle}
        reasonLabel={said.comment}
        missing={said.commentMissing}
        action={said.sendBack}
        isLong
        maxLength={1_000}
        grounds={grounds}
        command={(comment) => ({ type: 'messages.sendBack', message: id, comment })}
        done={said.sentBackDone}
        onClose={onClose}
      />
    )
  }
  if (asking === 'correct') {
    return (
      <ReasonDialog
        title={said.correctTitle}
        reasonLabel={said.correction}
        hint={said.hints.correction}
        missing={said.correctionMissing}
        action={said.correct}
        isLong
        grounds={grounds}
        command={(correction) => ({ type: 'messages.correct', message: id, correction })}
        done={said.correctDone}
        onClose={onClose}
      >
        <p>{said.correctHint}</p>
      </ReasonDialog>
    )
  }
  return (
    <ReasonDialog
      title={said.withdrawTitle}
      reasonLabel={said.reason}
      missing={said.reasonMissing}
      action={said.withdraw}
      kind="danger"
      isLong
      grounds={grounds}
      command={(reason) => ({ type: 'messages.withdraw', message: id, reason })}
      done={said.withdrawDone}
      onClose={onClose}
    >
      <p>{said.withdrawHint}</p>
    </ReasonDialog>
  )
}
