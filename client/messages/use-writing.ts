import { useWords } from '#client/lib/words.ts'
import { useWorkingText } from '#client/messages/use-working-text.ts'
import { words } from '#client/messages/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import type { Draft, Message } from '#shared/messages/state.ts'

type Given = Readonly<{ message: Message; draft: Draft; isExercise: boolean; onSubmitted: () => void }>

/** A text being written, and the ways to save and submit it. */
export function useWriting({ onSubmitted, ...given }: Given) {
  const said = useWords(words)
  const { send, problem, kept, isSending } = useAct()
  const text = useWorkingText(given)
  const { id: message } = given.message

  /** True when the text that stands is the one on the screen. */
  const save = async (): Promise<boolean> => {
    if (!text.isDirty) return true
    const { content, correction } = text
    const { basedOn } = text.writing
    const sent = await send({ type: 'messages.edit', message, basedOn, content, correction }, said.saved)
    if (sent.status === 'refused') return false
    // Nothing was made when the text is the one that already stood.
    const isWhole = text.saved(sent.status === 'recorded' && sent.seqs === null ? basedOn : basedOn + 1)
    return isWhole && sent.status === 'recorded'
  }
  const submit = async () => {
    if (!(await save())) return
    const sent = await send({ type: 'messages.submit', message, hash: text.hash }, said.submitted)
    if (sent.status !== 'refused') onSubmitted()
  }
  return {
    ...text,
    problem: problem ?? kept,
    isBusy: isSending,
    save: () => void save(),
    submit: () => void submit(),
  }
}
