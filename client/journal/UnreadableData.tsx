import { useEffect, useState } from 'react'
import { unreadableWords } from '#client/journal/unreadable-words.ts'
import { getJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { Panel } from '#client/ui/Panel.tsx'

type Unreadable = Readonly<{ subject: string; seq: number }>

/** For administrators: whose data the server cannot open. Nothing shows when all of it opens. */
export function UnreadableData() {
  const said = useWords(unreadableWords)
  const [subjects, setSubjects] = useState<readonly Unreadable[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    getJson<readonly Unreadable[]>('/api/journal/unreadable', leaving.signal).then(setSubjects, () => {
      // The server is away: the line says so.
    })
    return () => leaving.abort()
  }, [])
  if (subjects.length === 0) return null
  return (
    <Panel title={said.title}>
      <p>{said.lead}</p>
      <ul>
        {subjects.map(({ subject, seq }) => (
          <li key={subject}>{said.entry(seq)}</li>
        ))}
      </ul>
    </Panel>
  )
}
