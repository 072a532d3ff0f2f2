import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Changes } from '#client/messages/Changes.tsx'
import { Counts, Preview } from '#client/messages/Preview.tsx'
import { useName } from '#client/sync/use-names.ts'
import { words } from '#client/messages/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { minute } from '#shared/lib/time.ts'
import { comparedWith } from '#shared/messages/select.ts'
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
}>

/** Below this an approver should ask whether the promise still holds. */
const soon = 15 * minute

/** One column for a person woken at night: what changes, the frozen text, two buttons. */
export function ApprovalView({ crisis, message, draft, read, onRead, onSendBack }: ApprovalViewProps) {
  const said = useWords(words)
  const hours = useHours()
  const nameOf = useName()
  useHandling(`message:${message.id}`)
  const compared = comparedWith(crisis.messages, message)
  const submittedAt = draft.stage.is === 'drafting' ? draft.editedAt : draft.stage.at
  return (
    <div className="msg-approval">
      <p className="msg-approval__who">
        {said.submittedBy(nameOf(draft.editedBy), hours.atHour(submittedAt))}
      </p>
      {draft.correction === null ? null : (
        <Callout tone="info" title={said.correction}>
          {bindSpaces(draft.correction)}
        </Callout>
      )}
      <PromiseSoon at={draft.content.nextPointAt} />
      <Panel title={said.changes}>
        <Changes compared={compared} content={draft.content} />
      </Panel>
      <Panel
        title={said.frozen}
        aside={<code className="msg-hash">{said.hash(draft.hash.slice(0, 8))}</code>}
      >
        <Preview kind={message.kind} content={draft.content} />
        <Counts content={draft.content} />
        <p className="msg-counts">{said.hashHint}</p>
        <p className="msg-counts">{said.alsoTalkingPoints}</p>
      </Panel>
      {read === draft.hash ? (
        <Verdict message={message} hash={read} onSendBack={onSendBack} />
      ) : (
        <div role="alert" className="msg-approval__foot">
          <Callout
            tone="warning"
            title={said.changedMeanwhile}
            action={<Button onClick={() => onRead(draft.hash)}>{said.readAgain}</Button>}
          />
        </div>
      )}
    </div>
  )
}

function PromiseSoon({ at }: Readonly<{ at: number | null }>) {
  const said = useWords(words)
  const now = useNow(15_000)
  if (at === null || at - now > soon) return null
  const minutes = Math.max(0, Math.floor((at - now) / minute))
  return <Callout tone="warning" title={said.nextPointSoon(minutes)} />
}

type VerdictProps = Readonly<{ message: Message; hash: string; onSendBack: () => void }>

function Verdict({ message, hash, onSendBack }: VerdictProps) {
  const said = useWords(words)
  const { act, problem, kept, isSending } = useAct()
  const approve = () => act({ type: 'messages.approve', message: message.id, hash }, said.approved)
  useKeys({
    v: { label: said.approve, run: approve },
    r: { label: said.sendBack, run: onSendBack },
  })
  return (
    <div className="msg-approval__foot">
      {(problem ?? kept) === null ? null : (
        <p className="ui-field__error" role="alert">
          {problem ?? kept}
        </p>
      )}
      <div className="msg-approval__buttons">
        <Button size="large" icon="check" keys="v" disabled={isSending} onClick={approve}>
          {said.approve}
        </Button>
        <Button size="large" kind="secondary" icon="undo" keys="r" onClick={onSendBack}>
          {said.sendBack}
        </Button>
      </div>
    </div>
  )
}
