import { useState } from 'react'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import type { RosterPreview } from '#shared/roster/preview.ts'

/** Who is new, as a number; by name for who asks. */
export function ImportAdditions({ preview }: Readonly<{ preview: RosterPreview }>) {
  const said = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const names = preview.rows.filter(({ change }) => change === 'added').map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <Panel
      title={said.addedTitle(names.length)}
      aside={
        <Button kind="tertiary" size="small" onClick={() => setOpen(!isOpen)}>
          {isOpen ? said.hideNames : said.showNames}
        </Button>
      }
    >
      {isOpen ? <p>{names.join(', ')}</p> : null}
    </Panel>
  )
}
