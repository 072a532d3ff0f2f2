import { useWords } from '#client/lib/words.ts'
import type { Asking } from '#client/messages/Question.tsx'
import type { May } from '#client/messages/use-may.ts'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button, type ButtonKind } from '#client/ui/Button.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import { isOut, isOwnText } from '#shared/messages/select.ts'
import type { Message } from '#shared/messages/state.ts'

type Deed = 'publish' | 'resume' | 'correct' | 'withdraw'

const looks: Readonly<Record<Deed, Readonly<{ keys: string; icon: IconName; kind: ButtonKind }>>> = {
  publish: { keys: 'p', icon: 'megaphone', kind: 'primary' },
  resume: { keys: 'e', icon: 'pencil', kind: 'secondary' },
  correct: { keys: 'c', icon: 'pencil', kind: 'secondary' },
  withdraw: { keys: 't', icon: 'close', kind: 'tertiary' },
}

type ReaderActionsProps = Readonly<{
  message: Message
  may: May
  onResume: () => void
  onAsk: (asking: Asking) => void
}>

/** What this person may do with a text that is not being written, or whose turn it is. */
export function ReaderActions({ message, may, onResume, onAsk }: ReaderActionsProps) {
  const said = useWords(words)
  const me = useConsole(({ you }) => you?.person ?? null)
  const { draft } = message
  const deeds = deedsOf(message, may)
  const isWaiting = draft?.stage.is === 'submitted'
  const run = (deed: Deed) => (deed === 'resume' ? onResume() : onAsk(deed))
  useKeys(
    Object.fromEntries(deeds.map((deed) => [looks[deed].keys, { label: said[deed], run: () => run(deed) }])),
  )
  if (deeds.length === 0 && !isWaiting) return null
  return (
    <ZoneFoot>
      {deeds.map((deed) => (
        <Button key={deed} {...looks[deed]} onClick={() => run(deed)}>
          {said[deed]}
        </Button>
      ))}
      {isWaiting ? (
        <p className="msg-foot__note">
          {me !== null && isOwnText(draft, me) ? said.waitingOwn : said.waiting}
        </p>
      ) : null}
    </ZoneFoot>
  )
}

function deedsOf(message: Message, may: May): readonly Deed[] {
  const { draft } = message
  const out = isOut(message)
  const can: Readonly<Record<Deed, boolean>> = {
    publish: may.publish && draft?.stage.is === 'approved',
    resume: may.edit && draft !== null,
    correct: may.correct && out && draft === null,
    withdraw: may.withdraw && out,
  }
  return (['publish', 'resume', 'correct', 'withdraw'] as const).filter((deed) => can[deed])
}
