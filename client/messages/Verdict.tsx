import { useNow } from '#client/lib/clock.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { lackingWords } from '#client/messages/lacking-words.ts'
import { words } from '#client/messages/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import { minute } from '#shared/lib/time.ts'
import { lackingFor } from '#shared/messages/select.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type VerdictProps = Readonly<{
  crisis: Crisis
  message: Message
  draft: Draft
  /** False: another text has taken the place of the one that was read. */
  isRead: boolean
  onRead: () => void
  onSendBack: () => void
}>

/** Yes or no, at the same place for every text; what keeps it from being said stands beside the buttons. */
export function Verdict({ crisis, message, draft, isRead, onRead, onSendBack }: VerdictProps) {
  const said = useWords(words)
  const lacks = useWords(lackingWords)
  const lacking = lackingFor('messages.approve', crisis, useInstallation())
  if (!isRead) {
    return (
      <ZoneFoot>
        <Button icon="eye" onClick={onRead}>
          {said.readAgain}
        </Button>
        <p role="alert" className="msg-foot__note ui-tone--danger">
          <Icon name="danger" /> {said.changedMeanwhile}
        </p>
      </ZoneFoot>
    )
  }
  return (
    <Buttons
      message={message}
      draft={draft}
      lack={lacking === undefined ? null : lacks[lacking].title}
      onSendBack={onSendBack}
    />
  )
}

type ButtonsProps = Pick<VerdictProps, 'message' | 'draft' | 'onSendBack'> & Readonly<{ lack: string | null }>

function Buttons({ message, draft: { hash, content }, lack, onSendBack }: ButtonsProps) {
  const said = useWords(words)
  const { act, problem, kept, isSending } = useAct()
  const soon = usePromiseSoon(content.nextPointAt)
  const approve = () => act({ type: 'messages.approve', message: message.id, hash }, said.approved)
  useKeys({
    ...(lack === null ? { v: { label: said.approve, run: approve } } : {}),
    r: { label: said.sendBack, run: onSendBack },
  })
  const hindrance = lack ?? problem ?? kept
  return (
    <ZoneFoot>
      <div className="msg-verdict ui-line">
        <Button icon="check" keys="v" disabled={isSending || lack !== null} onClick={approve}>
          {said.approve}
        </Button>
        <Button kind="secondary" icon="undo" keys="r" onClick={onSendBack}>
          {said.sendBack}
        </Button>
      </div>
      {hindrance === null ? null : (
        <p role="alert" className="msg-foot__note ui-tone--danger">
          <Icon name="danger" /> {hindrance}
        </p>
      )}
      {soon === null ? null : (
        <p className="msg-foot__note ui-tone--warning">
          <Icon name="time" /> {said.nextPointSoon(soon)}
        </p>
      )}
    </ZoneFoot>
  )
}

/** Below this an approver should ask whether the promise still holds. */
const short = 15 * minute

/** The minutes that are left until the promised point, where they are few. */
function usePromiseSoon(at: number | null): number | null {
  const now = useNow(15_000)
  return at === null || at - now > short ? null : Math.max(0, Math.floor((at - now) / minute))
}
