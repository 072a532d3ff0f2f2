import { useWords } from '#client/lib/words.ts'
import { keyLabel } from '#client/ui/keys.ts'
import { words } from '#client/ui/words.ts'

/** A key, drawn as a key: `1`, `Échap`, `Ctrl Entrée`. */
export function Kbd({ keys }: Readonly<{ keys: string }>) {
  const { keyNames } = useWords(words)
  return <kbd className="ui-kbd">{keyLabel(keys, keyNames)}</kbd>
}
