import { useState, type ReactNode } from 'react'
import { requestGrounds } from '#client/access/account-grounds.ts'
import { AgreeDialog } from '#client/access/AgreeDialog.tsx'
import { Told, type Telling } from '#client/access/Told.tsx'
import { words } from '#client/access/two-people-words.ts'
import { now, useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { useAct } from '#client/sync/use-act.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useLookup } from '#client/sync/use-names.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { tellGraveAct } from '#shared/access/sentences.ts'
import type { Request } from '#shared/access/state.ts'
import { openRequests } from '#shared/access/two-people.ts'
import { namesFrom, tellAuthor } from '#shared/journal/telling.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { RequestId } from '#shared/lib/id.ts'

type Asking = Readonly<{ kind: 'agree' | 'decline'; id: RequestId; request: Request }>

/** Grave acts that wait for this person's yes, at the top of their settings, and those that they asked for. */
export function Requests({ whenNone }: Readonly<{ whenNone: ReactNode }>) {
  const said = useWords(words)
  const at = useNow(15_000)
  const { requests, people, me } = useConsole(({ state, you }) => ({
    requests: state.standing.requests,
    people: state.standing.people,
    me: you?.person ?? null,
  }))
  const [telling, setTelling] = useState<Telling | null>(null)
  // Held here: a request that somebody else answers leaves the list, not the question under one's hand.
  const [asking, setAsking] = useState<Asking | null>(null)
  if (me === null) return null
  const { forMe, mine } = openRequests({ requests, people }, { person: me, now: at })
  if (forMe.length + mine.length === 0 && telling === null && asking === null) return whenNone
  return (
    <Panel title={said.title}>
      {telling === null ? null : <Told key={telling.at} telling={telling} />}
      {forMe.length === 0 ? null : <h3 className="ui-quiet">{said.waitingForYou(forMe.length)}</h3>}
      <ul className="access-rows access-rows--asking">
        {forMe.map(([id, request]) => (
          <Row key={id} request={request}>
            <Button size="small" onClick={() => setAsking({ kind: 'agree', id, request })}>
              {said.agree}
            </Button>
            <Button kind="secondary" size="small" onClick={() => setAsking({ kind: 'decline', id, request })}>
              {said.decline}
            </Button>
          </Row>
        ))}
      </ul>
      {mine.length === 0 ? null : <h3 className="ui-quiet">{said.yours}</h3>}
      <ul className="access-rows">
        {mine.map(([id, request]) => (
          <Row key={id} request={request}>
            <Withdraw id={id} onTold={setTelling} />
          </Row>
        ))}
      </ul>
      {asking === null ? null : <Question {...asking} onTold={setTelling} onClose={() => setAsking(null)} />}
    </Panel>
  )
}

type RowProps = Readonly<{ request: Request; children: ReactNode }>

function Row({ request, children }: RowProps) {
  const said = useWords(words)
  const format = useFormat()
  const me = useConsole(({ you }) => you?.person ?? null)
  const { sentence, author } = useSaid(request)
  return (
    <li>
      <span className="access-rows__who">
        <span className="access-rows__name">{bindSpaces(sentence)}</span>
        <br />
        <span className="access-rows__detail">
          {request.by === me ? null : `${said.asked(author)} · `}
          {format.instant(request.at, 'dateTime')} · {said.lapses}{' '}
          {format.instant(request.expiresAt, 'dateTime')}
        </span>
      </span>
      <span className="ui-line">{children}</span>
    </li>
  )
}

type TellingProps = Readonly<{ onTold: (telling: Telling) => void }>

/** What is only kept has not been done: its row still stands. */
function toldOnce(title: string, onTold: TellingProps['onTold']): (sent: Sent) => void {
  return ({ status }) => {
    if (status === 'recorded') onTold({ at: now(), title, body: undefined })
  }
}

function Withdraw({ id, onTold }: TellingProps & Readonly<{ id: RequestId }>) {
  const said = useWords(words)
  const { act, problem, kept, isSending } = useAct(toldOnce(said.withdrawn, onTold))
  return (
    <>
      <Button
        kind="secondary"
        size="small"
        disabled={isSending}
        onClick={() => act({ type: 'access.withdraw', request: id })}
      >
        {said.withdraw}
      </Button>
      <ActProblem text={problem} />
      {kept === null ? null : <Badge tone="warning">{kept}</Badge>}
    </>
  )
}

function Question({
  kind,
  id,
  request,
  onTold,
  onClose,
}: Asking & TellingProps & Readonly<{ onClose: () => void }>) {
  const said = useWords(words)
  const { sentence, author } = useSaid(request)
  if (kind === 'agree') {
    return <AgreeDialog {...{ id, request, sentence, author, onTold, onClose }} />
  }
  return (
    <ReasonDialog
      title={said.declineTitle}
      action={said.decline}
      grounds={requestGrounds(id)}
      command={(reason) => ({ type: 'access.decline', request: id, reason })}
      onDone={toldOnce(said.declined, onTold)}
      onClose={onClose}
    >
      <p>{bindSpaces(sentence)}</p>
    </ReasonDialog>
  )
}

/** What is asked, and by whom, in words. */
function useSaid({ act, by }: Request) {
  const language = useLanguage()
  const lookup = useLookup()
  return {
    sentence: tellGraveAct(act, namesFrom(lookup, language), language),
    author: tellAuthor(by, lookup, language),
  }
}
