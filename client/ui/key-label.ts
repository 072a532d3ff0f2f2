type KeyNames = Readonly<Record<'Escape' | 'Enter' | 'ctrl' | 'Shift' | 'Space' | 'Alt', string>>

/** "$mod+Enter" as it is written on the reader's keyboard: "Ctrl Entrée". The one place where a key gets its name. */
export function keyLabel(keys: string, names: KeyNames): string {
  const known: Readonly<Record<string, string>> = { ...names, $mod: names.ctrl, ArrowUp: '↑', ArrowDown: '↓' }
  return keys
    .split('+')
    .map((part) => known[part] ?? part.toUpperCase())
    .join(' ')
}
