import { useEffect, useState } from 'react'
import { words } from '#client/access/words.ts'
import { getJson } from '#client/lib/api.ts'
import { useApiWords } from '#client/lib/api-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { RelativeTime } from '#client/ui/RelativeTime.tsx'
import { words as uiWords } from '#client/ui/words.ts'

type Session = Readonly<{ id: string; openedAt: number; agent: string; isCurrent: boolean }>

/** Where one is signed in; each can be ended from here. */
export function Sessions() {
  const { settings: said } = useWords(words)
  const { labelOf } = useWords(uiWords)
  const explain = useApiWords()
  const submit = useSubmit()
  const you = useConsole((view) => view.you)
  const [sessions, setSessions] = useState<readonly Session[] | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const load = () => {
    getJson<readonly Session[]>('/api/access/sessions').then((list) => {
      setFailure(null)
      setSessions(list)
    }, setFailure)
  }
  useEffect(load, [you?.session])
  if (failure !== null) {
    return (
      <ErrorState title={said.sessions} onRetry={load}>
        {explain(failure)}
      </ErrorState>
    )
  }
  if (sessions === null) return <LoadingState />
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <>
      <ul className="access-rows" id="sessions">
        {sessions.map(({ id, openedAt, agent, isCurrent }) => (
          <li key={id}>
            <span className="access-rows__who">
              <span className="access-rows__name">{shortAgent(agent)}</span>{' '}
              <span className="access-rows__detail">
                {said.opened} <RelativeTime at={openedAt} />
              </span>
            </span>
            {isCurrent ? (
              <Badge tone="success">{said.thisOne}</Badge>
            ) : (
              <Button
                kind="tertiary"
                size="small"
                label={labelOf(said.end, shortAgent(agent))}
                onClick={() => void submit({ type: 'access.closeSession', session: id }).then(load)}
              >
                {said.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 || you === null ? (
        <p className="access-rows__detail">{said.noOther}</p>
      ) : (
        <Button
          kind="secondary"
          onClick={() =>
            void submit({ type: 'access.revokeSessions', account: you.person, except: you.session }).then(
              load,
            )
          }
        >
          {said.endOthers}
        </Button>
      )}
    </>
  )
}

/** "Chrome, Windows" out of what browsers call themselves; the whole when neither is known. */
function shortAgent(agent: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari)\//.exec(agent)?.[1]?.replace('Edg', 'Edge')
  const system = /(Windows|Macintosh|Android|iPhone|iPad|Linux)/
    .exec(agent)?.[1]
    ?.replace('Macintosh', 'macOS')
  return [browser, system].filter((part) => part !== undefined).join(', ') || agent || '–'
}
