import { useWords } from '#client/lib/words.ts'
import { PublishDialog } from '#client/messages/PublishDialog.tsx'
import { ReasonDialog } from '#client/messages/ReasonDialog.tsx'
import { useAct } from '#client/messages/use-act.ts'
import { words } from '#client/messages/words.ts'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type QuestionProps = Readonly<{
  asking: 'publish' | 'correct' | 'withdraw'
  crisis: Crisis
  message: Message
  onClose: () => void
}>

/** What is asked before a deed that the public sees. */
export function Question({ asking, crisis, message, onClose }: QuestionProps) {
  const said = useWords(words)
  const { act, problem } = useAct()
  const { id } = message
  const send = async (command: Parameters<typeof act>[0]) => {
    const sent = await act(command)
    if (sent.status !== 'refused') onClose()
  }
  if (asking === 'publish') return <PublishDialog crisis={crisis} message={message} onClose={onClose} />
  if (asking === 'correct') {
    return (
      <ReasonDialog
        title={said.correctTitle}
        consequence={said.correctHint}
        label={said.correction}
        hint={said.hints.correction}
        action={said.correct}
        problem={problem}
        onConfirm={(correction) => void send({ type: 'messages.correct', message: id, correction })}
        onClose={onClose}
      />
    )
  }
  return (
    <ReasonDialog
      title={said.withdrawTitle}
      consequence={said.withdrawHint}
      label={said.reason}
      action={said.withdraw}
      kind="danger"
      problem={problem}
      onConfirm={(reason) => void send({ type: 'messages.withdraw', message: id, reason })}
      onClose={onClose}
    />
  )
}
