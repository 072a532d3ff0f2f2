import { language } from '#client/lib/language.ts'
import { useStore } from '#client/lib/store.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/shell/words.ts'
import { Segmented } from '#client/ui/Segmented.tsx'

// Each in its own language, so that who reads no other finds it, and hears it said as it is.
const options = [
  { value: 'fr', label: 'Français', lang: 'fr' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

export function LanguageChoice({ naming = 'shown' }: Readonly<{ naming?: 'shown' | 'spoken' }>) {
  const said = useWords(words)
  return (
    <Segmented
      label={said.language}
      naming={naming}
      value={useStore(language)}
      onChange={language.set}
      options={options}
    />
  )
}
