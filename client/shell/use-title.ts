import { useEffect } from 'react'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import type { ShellCrisis } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'

/** The tab's title: the crisis, if one is followed, and whose console it is. */
export function useTitle(crisis: Pick<ShellCrisis, 'title' | 'mode'> | null): void {
  const { exercisePrefix, product } = useWords(words)
  const { name } = useInstallation()
  useEffect(() => {
    const prefix = crisis?.mode === 'exercise' ? exercisePrefix : ''
    const whose = ['', product].includes(name) ? product : `${product} – ${name}`
    document.title = prefix + (crisis === null ? whose : `${crisis.title} – ${whose}`)
  }, [crisis, name, exercisePrefix, product])
}
