import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { words } from '#client/shell/words.ts'
import { dismiss, useOutbox } from '#client/sync/use-submit.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'

/** What the server refused after its author had gone on to something else: it stays until they have read it. */
export function Refusals() {
  const said = useWords(words)
  const format = useFormat()
  const explain = useRefusalWords()
  const outbox = useOutbox()
  return outbox.map(({ envelope, madeAt, refusal }) =>
    refusal === null ? null : (
      <div key={envelope.id} className="shell__band ui-tone--danger" role="alert">
        <Icon name="danger" />
        <p>{said.refused(format.instant(madeAt, 'time'), explain(refusal))}</p>
        <Button kind="secondary" size="small" onClick={() => void dismiss(envelope.id)}>
          {said.understood}
        </Button>
      </div>
    ),
  )
}
