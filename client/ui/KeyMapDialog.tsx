import { useWords } from '#client/lib/words.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { screenBindings } from '#client/ui/keys.ts'
import { words } from '#client/ui/words.ts'

/** Every key of the present screen, then the shell's: read from the registry, so nothing can be missing. */
export function KeyMapDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { keyMap, keyMapHint } = useWords(words)
  return (
    <Dialog title={keyMap} onClose={onClose}>
      <dl className="ui-key-map">
        {screenBindings().map(({ keys, binding }) =>
          keys === null ? null : (
            <div key={`${keys} ${binding().label}`}>
              <dt>
                <Kbd keys={keys} />
              </dt>
              <dd>{binding().label}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="ui-field__hint">{keyMapHint}</p>
    </Dialog>
  )
}
