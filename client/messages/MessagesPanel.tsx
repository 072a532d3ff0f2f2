import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { Lacking } from '#client/messages/Lacking.tsx'
import { MessageList } from '#client/messages/MessageList.tsx'
import { NewMessage } from '#client/messages/NewMessage.tsx'
import { NextPoint } from '#client/messages/NextPoint.tsx'
import { awaits, OpenMessage } from '#client/messages/OpenMessage.tsx'
import { Question, type Asking } from '#client/messages/Question.tsx'
import { useMay, type May } from '#client/messages/use-may.ts'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { TalkingPointsDesk } from '#client/talkingpoints/TalkingPointsDesk.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import type { MessageId, PersonId } from '#shared/lib/id.ts'
import { toApprove } from '#shared/messages/select.ts'
import type { Message, Messages } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'
import '#client/messages/messages.css'

export function MessagesPanel() {
  const said = useWords(words)
  const { crisis, isLoaded, me } = useConsole(({ crisis, isLoaded, you }) => ({
    crisis,
    isLoaded,
    me: you?.person ?? null,
  }))
  if (!isLoaded) {
    return (
      <Screen title={said.title}>
        <LoadingState />
      </Screen>
    )
  }
  if (crisis === null) {
    return (
      <Screen title={said.title}>
        <EmptyState title={said.noCrisis} icon="message">
          {said.noCrisisHint}
        </EmptyState>
      </Screen>
    )
  }
  return <MessagesDesk crisis={crisis} me={me} />
}

type Who = Readonly<{ me: PersonId | null; may: May }>
type Chosen = Readonly<{ id: MessageId; isResumed: boolean }>

function MessagesDesk({ crisis, me }: Readonly<{ crisis: Crisis; me: PersonId | null }>) {
  const said = useWords(words)
  const may = useMay()
  const [chosen, setChosen] = useChosen(crisis.messages, { me, may })
  const [isBeginning, setBeginning] = useState(false)
  // Here rather than beside its button: what a colleague does changes the view, never the question one is answering.
  const [asked, setAsked] = useState<Readonly<{ asking: Asking; message: Message }> | null>(null)
  const open = (id: MessageId) => setChosen({ id, isResumed: false })
  const begin = () => setBeginning(true)
  useKeys(may.draft ? { n: { label: said.new, run: begin } } : {})
  const message = chosen === null ? null : (crisis.messages[chosen.id] ?? null)
  return (
    <Screen title={said.title} actions={<Actions crisis={crisis} may={may} onBegin={begin} />}>
      <Lacking crisis={crisis} />
      <div className="msg" data-open={message !== null}>
        <div className="msg__list">
          <MessageList messages={crisis.messages} selected={chosen?.id ?? null} onSelect={open} />
        </div>
        <div className="msg__open">
          {message === null || chosen === null ? (
            <NothingOpen messages={crisis.messages} may={may} />
          ) : (
            <>
              <BackToList onBack={() => setChosen(null)} />
              <OpenMessage
                key={message.id}
                crisis={crisis}
                message={message}
                may={may}
                me={me}
                isResumed={chosen.isResumed}
                onResumed={(isResumed) => setChosen({ ...chosen, isResumed })}
                onAsk={(asking) => setAsked({ asking, message })}
              />
            </>
          )}
        </div>
      </div>
      {asked === null ? null : <Question {...asked} crisis={crisis} onClose={() => setAsked(null)} />}
      {isBeginning ? (
        <NewMessage
          crisis={crisis}
          onClose={() => setBeginning(false)}
          onBegun={(id) => {
            setBeginning(false)
            open(id)
          }}
        />
      ) : null}
    </Screen>
  )
}

/** What is open. An approver comes for one thing: it is opened for them. */
function useChosen(messages: Messages, who: Who) {
  const isLive = useConsole(({ connection }) => connection === 'live')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isFirstSight, setFirstSight] = useState(true)
  // Only of what is true now: what the browser remembers may be approved or published already.
  if (isFirstSight && isLive) {
    setFirstSight(false)
    setChosen(chosen ?? firstToApprove(messages, who))
  }
  return [chosen, setChosen] as const
}

function Actions({ crisis, may, onBegin }: Readonly<{ crisis: Crisis; may: May; onBegin: () => void }>) {
  const said = useWords(words)
  return (
    <>
      <NextPoint crisis={crisis} />
      {may.draft ? (
        <Button icon="add" keys="n" onClick={onBegin}>
          {said.new}
        </Button>
      ) : null}
    </>
  )
}

/** On a phone the list and the text take turns. */
function BackToList({ onBack }: Readonly<{ onBack: () => void }>) {
  const said = useWords(words)
  useKeys({ Escape: { label: said.back, run: onBack } })
  return (
    <div className="msg__back">
      <Button kind="tertiary" icon="chevronLeft" onClick={onBack}>
        {said.back}
      </Button>
    </div>
  )
}

function NothingOpen({ messages, may }: Readonly<{ messages: Messages; may: May }>) {
  const said = useWords(words)
  const isEmpty = Object.keys(messages).length === 0
  return (
    <>
      <EmptyState title={isEmpty ? said.emptyTitle : said.chooseTitle} icon="message">
        {isEmpty ? said.empty : may.draft ? said.chooseOrBegin : said.choose}
      </EmptyState>
      <TalkingPointsDesk />
    </>
  )
}

function firstToApprove(messages: Messages, who: Who): Chosen | null {
  const waiting = toApprove(messages).find(({ draft }) => awaits(draft, who))
  return waiting === undefined ? null : { id: waiting.id, isResumed: false }
}
