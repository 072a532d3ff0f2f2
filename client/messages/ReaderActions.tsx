import { useWords } from '#client/lib/words.ts'
import type { Asking } from '#client/messages/Question.tsx'
import type { May } from '#client/messages/use-may.ts'
import { words } from '#client/messages/words.ts'
import { Button, type ButtonKind } from '#client/ui/Button.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { LinkButton } from '#client/ui/LinkButton.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { isExercise } from '#shared/activation/select.ts'
import { isOut } from '#shared/messages/select.ts'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type Deed = 'publish' | 'resume' | 'correct' | 'withdraw'

const looks: Readonly<Record<Deed, Readonly<{ keys: string; icon: IconName; kind: ButtonKind }>>> = {
  publish: { keys: 'p', icon: 'megaphone', kind: 'primary' },
  resume: { keys: 'e', icon: 'pencil', kind: 'secondary' },
  correct: { keys: 'c', icon: 'pencil', kind: 'secondary' },
  withdraw: { keys: 't', icon: 'close', kind: 'tertiary' },
}

type ReaderActionsProps = Readonly<{
  crisis: Crisis
  message: Message
  may: May
  onResume: () => void
  onAsk: (asking: Asking) => void
}>

/** What this person may do with a text that is not being written. */
export function ReaderActions({ crisis, message, may, onResume, onAsk }: ReaderActionsProps) {
  const said = useWords(words)
  const deeds = deedsOf(message, may)
  const run = (deed: Deed) => (deed === 'resume' ? onResume() : onAsk(deed))
  useKeys(
    Object.fromEntries(deeds.map((deed) => [looks[deed].keys, { label: said[deed], run: () => run(deed) }])),
  )
  return (
    <div className="msg-actions">
      {deeds.map((deed) => (
        <Button
          key={deed}
          {...looks[deed]}
          size={deed === 'publish' ? 'large' : 'medium'}
          onClick={() => run(deed)}
        >
          {said[deed]}
        </Button>
      ))}
      {isOut(message) ? <PageLink crisis={crisis} /> : null}
    </div>
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

function PageLink({ crisis: { activation } }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const exercise = isExercise(activation)
  return (
    <LinkButton kind="secondary" icon="external" href={exercise ? '/exercice/info' : '/info'}>
      {exercise ? said.pageExercise : said.pageReal}
    </LinkButton>
  )
}
