import { chooseSingleKeys, useSingleKeys } from '#client/lib/single-keys.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/shell/words.ts'
import { Segmented } from '#client/ui/Segmented.tsx'

/** Letters, digits and signs that act by themselves: for whoever dictates, or hits keys without meaning to. */
export function SingleKeysChoice() {
  const said = useWords(words)
  return (
    <Segmented
      label={said.singleKeys}
      value={useSingleKeys()}
      onChange={chooseSingleKeys}
      options={[
        { value: 'on', label: said.singleKeysChoices.on },
        { value: 'offForSession', label: said.singleKeysChoices.offForSession },
        { value: 'off', label: said.singleKeysChoices.off },
      ]}
    />
  )
}
