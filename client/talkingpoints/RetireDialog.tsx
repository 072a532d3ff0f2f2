import { useWords } from '#client/lib/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import type { Grounds } from '#client/sync/use-overtaken.ts'
import { words } from '#client/talkingpoints/words.ts'
import type { MessageId } from '#shared/lib/id.ts'
import type { Section } from '#shared/talkingpoints/state.ts'

type RetireDialogProps = Readonly<{ section: Section; onClose: () => void }>

/** Takes a subject that is out of date from the sheet, with the reason. */
export function RetireDialog({ section: { message, title }, onClose }: RetireDialogProps) {
  const said = useWords(words)
  return (
    <ReasonDialog
      title={said.retireTitle(title)}
      reasonLabel={said.retireReason}
      hint={said.retireHint}
      action={said.retire}
      kind="danger"
      grounds={sectionGrounds(message)}
      command={(reason) => ({ type: 'talkingpoints.retire', message, reason })}
      onClose={onClose}
    />
  )
}

/** A subject is retired as it was read: a text that was put right meanwhile may hold. */
function sectionGrounds(message: MessageId): Grounds {
  return {
    fact: ({ crisis }) =>
      crisis?.talkingpoints.sections.find((section) => section.message === message)?.issuedIn ?? null,
    isChangedBy: (event) =>
      (event.type === 'talkingpoints.retracted' && event.message === message) ||
      (event.type === 'talkingpoints.issued' &&
        (event.message === message || event.replaces.includes(message))),
  }
}
