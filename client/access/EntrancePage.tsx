import type { ReactNode } from 'react'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/access/words.ts'
import '#client/access/access.css'

/** The frame of what is shown before anyone has signed in: one narrow column, nothing of the crisis. */
export function EntrancePage({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const { name } = useInstallation()
  const { signIn } = useWords(words)
  return (
    <div className="access-entrance">
      <header>
        <p className="access-entrance__installation">{name === '' ? signIn.lead : name}</p>
        <h1>{title}</h1>
        {name === '' ? null : <p className="access-entrance__lead">{signIn.lead}</p>}
      </header>
      {children}
    </div>
  )
}
