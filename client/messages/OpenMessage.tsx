import { useState } from 'react'
import { ApprovalView } from '#client/messages/ApprovalView.tsx'
import { Editor } from '#client/messages/Editor.tsx'
import type { Asking } from '#client/messages/Question.tsx'
import { Reader } from '#client/messages/Reader.tsx'
import type { May } from '#client/messages/use-may.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { isOwnText } from '#shared/messages/select.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type OpenMessageProps = Readonly<{
  crisis: Crisis
  message: Message
  may: May
  me: PersonId | null
  /** A text that had left the desk was taken back to it. */
  isResumed: boolean
  onResumed: (isResumed: boolean) => void
  onAsk: (asking: Asking) => void
  /** Back to the list, with nothing open. */
  onBack: () => void
}>

/** One view per state of the text and per what this person may do with it. */
export function OpenMessage(props: OpenMessageProps) {
  const { crisis, message, isResumed, onResumed, onAsk, onBack, ...who } = props
  const { draft } = message
  const { may } = who
  // Here, since a text may leave the approver's view and come back as another while the hand stays where it was.
  const [read, setRead] = useState(draft?.hash ?? null)
  if (draft !== null && may.edit && (isResumed || isOwnDraft(draft, who.me))) {
    return (
      <Editor
        crisis={crisis}
        message={message}
        draft={draft}
        onSubmitted={() => onResumed(false)}
        onDiscard={() => onAsk('discard')}
        onBack={onBack}
      />
    )
  }
  if (draft !== null && awaits(draft, who)) {
    return (
      <ApprovalView
        crisis={crisis}
        message={message}
        draft={draft}
        read={read}
        onRead={setRead}
        onSendBack={() => onAsk('sendBack')}
        onBack={onBack}
      />
    )
  }
  return (
    <Reader
      crisis={crisis}
      message={message}
      may={may}
      onResume={() => onResumed(true)}
      onAsk={onAsk}
      onBack={onBack}
    />
  )
}

/** A colleague's draft is read first: opening it must not take it from their hands. */
function isOwnDraft(draft: Draft, me: PersonId | null): boolean {
  return draft.stage.is === 'drafting' && me !== null && isOwnText(draft, me)
}

/** Whether a text waits for this very person. */
export function awaits(
  draft: Draft | null,
  { may, me }: Readonly<{ may: May; me: PersonId | null }>,
): boolean {
  return may.approve && me !== null && draft?.stage.is === 'submitted' && !isOwnText(draft, me)
}
