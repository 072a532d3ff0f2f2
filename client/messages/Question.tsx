import { useWords } from '#client/lib/words.ts'
import { PublishDialog } from '#client/messages/PublishDialog.tsx'
import { words } from '#client/messages/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type QuestionProps = Readonly<{
  asking: 'publish' | 'correct' | 'withdraw'
  crisis: Crisis
  message: Message
  onClose: () => void
}>

/** What is asked before a deed that the public sees. */
export function Question({ asking, crisis, message: { id }, message, onClose }: QuestionProps) {
  const said = useWords(words)
  if (asking === 'publish') return <PublishDialog crisis={crisis} message={message} onClose={onClose} />
  if (asking === 'correct') {
    return (
      <ReasonDialog
        title={said.correctTitle}
        reasonLabel={said.correction}
        hint={said.hints.correction}
        missing={said.correctionMissing}
        action={said.correct}
        isLong
        command={(correction) => ({ type: 'messages.correct', message: id, correction })}
        onClose={onClose}
      >
        <p className="msg-consequence">{said.correctHint}</p>
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
      command={(reason) => ({ type: 'messages.withdraw', message: id, reason })}
      onClose={onClose}
    >
      <p className="msg-consequence">{said.withdrawHint}</p>
    </ReasonDialog>
  )
}
