import { isPendingSheet } from '#client/calls/take-back.ts'
import { TakeBackButton } from '#client/calls/TakeBackButton.tsx'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { wordsOf } from '#client/shell/own-words.ts'
import { words } from '#client/shell/words.ts'
import { dismiss, useOutbox } from '#client/sync/use-submit.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { Command } from '#shared/command.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

/** Read before it is dismissed: they exist nowhere else any more. */
function Words({ command }: Readonly<{ command: Command }>) {
  const words = wordsOf(command)
  return words === '' ? null : <q className="shell__words">{bindSpaces(words)}</q>
}

/**
 * What the server refused after its author had gone on to something else: it stays until they have read it. A sheet is
 * never read away: it is taken back, to be put right or thrown away at the desk.
 */
export function Refusals() {
  const said = useWords(words)
  const format = useFormat()
  const explain = useRefusalWords()
  return useOutbox().map((item) =>
    item.refusal === null ? null : (
      <div key={item.key} className="shell__band ui-tone--danger" role="alert">
        <Icon name="danger" />
        <p>
          {said.refused(format.instant(item.madeAt, 'time'), explain(item.refusal))}
          <Words command={item.envelope.command} />
        </p>
        {isPendingSheet(item) ? (
          <TakeBackButton item={item} />
        ) : (
          <Button kind="secondary" size="small" onClick={() => void dismiss(item.key)}>
            {said.understood}
          </Button>
        )}
      </div>
    ),
  )
}
