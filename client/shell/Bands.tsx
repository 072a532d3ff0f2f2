import { useWords } from '#client/lib/words.ts'
import { useUpdateReady } from '#client/lib/offline.ts'
import { Refusals } from '#client/shell/Refusals.tsx'
import type { ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { toneIcon, type Tone } from '#client/ui/tone.ts'

/** What is wrong with the world, one line each, the gravest first. Nothing shows when all is well. */
export function Bands({ view }: Readonly<{ view: ShellView }>) {
  const said = useWords(words)
  const isUpdateReady = useUpdateReady()
  return (
    <div className="shell__bands" aria-live="polite">
      {view.storage === 'refused' ? <Band tone="danger" text={said.storageRefused} action="none" /> : null}
      {view.connection === 'reload' ? <Band tone="danger" text={said.reloadNeeded} action="reload" /> : null}
      {view.connection === 'offline' ? (
        <Band tone="warning" text={said.offline(view.pending)} action="none" />
      ) : null}
      <Refusals />
      {isUpdateReady && view.connection !== 'reload' ? (
        <Band tone="info" text={said.updateReady} action="reload" />
      ) : null}
    </div>
  )
}

function Band({ tone, text, action }: Readonly<{ tone: Tone; text: string; action: 'reload' | 'none' }>) {
  const { reload } = useWords(words)
  return (
    <div className={`shell__band ui-tone--${tone}`}>
      <Icon name={toneIcon[tone]} />
      <p>{text}</p>
      {action === 'none' ? null : (
        <Button kind="secondary" size="small" icon="refresh" onClick={() => location.reload()}>
          {reload}
        </Button>
      )}
    </div>
  )
}
