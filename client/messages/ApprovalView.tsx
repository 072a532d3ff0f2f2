import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Changes } from '#client/messages/Changes.tsx'
import { PageNow } from '#client/messages/PageNow.tsx'
import { Counts, Preview } from '#client/messages/Preview.tsx'
import { TextHead } from '#client/messages/TextHead.tsx'
import { Verdict } from '#client/messages/Verdict.tsx'
import { words } from '#client/messages/words.ts'
import { useName } from '#client/sync/use-names.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { Panel } from '#client/ui/Panel.tsx'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'
import { ZoneBody } from '#client/ui/ZoneParts.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { comparedWith, toApprove } from '#shared/messages/select.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type ApprovalViewProps = Readonly<{
  crisis: Crisis
  message: Message
  draft: Draft
  /** The text that has been before this reader's eyes; another must be read before it can be approved. */
  read: string | null
  onRead: (hash: string) => void
  onSendBack: () => void
  onBack: () => void
}>

/** For a person woken at night or in a car: what changes, the frozen text, and two buttons under the thumb. */
export function ApprovalView(props: ApprovalViewProps) {
  const { crisis, message, draft, read, onRead, onSendBack, onBack } = props
  const said = useWords(words)
  const hours = useHours()
  const nameOf = useName()
  useHandling(`message:${message.id}`)
  const waiting = toApprove(crisis.messages)
  const submittedAt = draft.stage.is === 'drafting' ? draft.editedAt : draft.stage.at
  return (
    <>
      <TextHead
        message={message}
        byline={
          <>
            {said.submittedBy(nameOf(draft.editedBy), hours.atHour(submittedAt))},{' '}
            <RelativeTime at={submittedAt} />
          </>
        }
        onBack={onBack}
      >
        {waiting.length > 1 ? (
          <p className="ui-quiet">{said.nth(waiting.indexOf(message) + 1, waiting.length)}</p>
        ) : null}
      </TextHead>
      <ZoneBody>
        <Panel title={said.changes}>
          {draft.correction === null ? null : <p>{said.corrects(bindSpaces(draft.correction))}</p>}
          <Changes compared={comparedWith(crisis.messages, message)} content={draft.content} />
        </Panel>
        <Panel
          title={said.frozen}
          aside={<span className="ui-quiet">{said.hash(draft.hash.slice(0, 8))}</span>}
        >
          <Preview content={draft.content} />
          <Counts content={draft.content} />
          <p className="ui-quiet">{said.hashHint}</p>
        </Panel>
      </ZoneBody>
      <Verdict
        crisis={crisis}
        message={message}
        draft={draft}
        isRead={read === draft.hash}
        onRead={() => onRead(draft.hash)}
        onSendBack={onSendBack}
      />
      <PageNow crisis={crisis} message={message} />
    </>
  )
}
