import type { ReactNode } from 'react'
import { words } from '#client/access/words.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { LanguageChoice } from '#client/shell/LanguageChoice.tsx'
import '#client/access/access.css'

/** The frame of what is shown before anyone has signed in: whose console this is, and one form. Nothing of the crisis. */
export function EntrancePage({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const { name } = useInstallation()
  const { entrance } = useWords(words)
  return (
    <div className="access-entrance">
      <header className="access-entrance__side">
        {name === '' ? null : <p className="access-entrance__whose">{name}</p>}
        <p className="access-entrance__what">{entrance.what}</p>
        <p className="access-entrance__lead">{entrance.lead}</p>
      </header>
      <div className="access-entrance__main">
        <LanguageChoice naming="spoken" />
        <div className="access-entrance__form">
          <h1>{title}</h1>
          {children}
        </div>
        <a href="/info">{entrance.publicPage}</a>
      </div>
    </div>
  )
}
