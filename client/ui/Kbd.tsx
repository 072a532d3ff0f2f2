import { useSingleKeys } from '#client/lib/single-keys.ts'
import { useWords } from '#client/lib/words.ts'
import { keyLabel } from '#client/ui/key-label.ts'
import { isSingleKey } from '#client/ui/keys.ts'
import { words } from '#client/ui/words.ts'

/** A key, drawn as a key: `1`, `Échap`, `Ctrl Entrée`; nothing where it does nothing, single keys being switched off. */
export function Kbd({ keys }: Readonly<{ keys: string }>) {
  const { keyNames } = useWords(words)
  const areKeysOn = useSingleKeys() === 'on'
  if (!areKeysOn && isSingleKey(keys)) return null
  return <kbd className="ui-kbd">{keyLabel(keys, keyNames)}</kbd>
}
