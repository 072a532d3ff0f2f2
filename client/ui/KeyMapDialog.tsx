import { useWords } from '#client/lib/words.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { isHeard, screenBindings } from '#client/ui/keys.ts'
import { words } from '#client/ui/words.ts'

/**
 * Every key that works on the present screen, its own first, then the shell's; read from the registry, so nothing is
 * missing and nothing is shown that another has taken.
 */
export function KeyMapDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { keyMap, keyMapHint } = useWords(words)
  // Two keys for one action are one line.
  const byLabel = new Map<string, readonly string[]>()
  for (const { keys, binding } of screenBindings()) {
    const { label } = binding()
    if (keys !== null && isHeard(keys)) byLabel.set(label, [...(byLabel.get(label) ?? []), keys])
  }
  return (
    <Dialog title={keyMap} onClose={onClose}>
      <dl className="ui-key-map">
        {[...byLabel].map(([label, keys]) => (
          <div key={label}>
            <dt>
              {keys.map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="ui-field__hint">{keyMapHint}</p>
    </Dialog>
  )
}
