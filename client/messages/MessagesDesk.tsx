import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '#client/lib/words.ts'
import { Lacking } from '#client/messages/Lacking.tsx'
import { ListZone } from '#client/messages/ListZone.tsx'
import { rowId } from '#client/messages/MessageList.tsx'
import { NewMessage } from '#client/messages/NewMessage.tsx'
import { awaits, OpenMessage } from '#client/messages/OpenMessage.tsx'
import { PageZone } from '#client/messages/PageZone.tsx'
import { Question, type Asking } from '#client/messages/Question.tsx'
import { useChosen, type Who } from '#client/messages/use-chosen.ts'
import { useMay } from '#client/messages/use-may.ts'
import { words } from '#client/messages/words.ts'
import { TalkingPointsDesk } from '#client/talkingpoints/TalkingPointsDesk.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'
import type { MessageId, PersonId } from '#shared/lib/id.ts'
import { statusOf } from '#shared/messages/select.ts'
import type { Message, Messages } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type ZoneId = 'list' | 'text' | 'page' | 'points'
type Asked = Readonly<{ asking: Asking; message: Message }>

/** The texts of the crisis, the one that is open, and what the public reads of it; with none open, what callers are told. */
export function MessagesDesk({ crisis, me }: Readonly<{ crisis: Crisis; me: PersonId | null }>) {
  const said = useWords(words)
  const may = useMay()
  const [opened, setChosen] = useChosen(crisis.messages, { me, may })
  const [shown, setShown] = useState<ZoneId>('text')
  const [pageZone, setPageZone] = useState<HTMLElement | null>(null)
  const [isBeginning, setBeginning] = useState(false)
  // Here rather than beside its button: what a colleague does changes the view, never the question one is answering.
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = (id: MessageId) => {
    setBeginning(false)
    setChosen({ id, isResumed: false })
    setShown('text')
  }
  const back = () => {
    flushSync(() => setChosen(null))
    if (opened !== null) document.getElementById(rowId(opened.id))?.focus()
  }
  const begin = may.draft ? () => setBeginning(true) : null
  useKeys({
    ...(begin === null ? {} : { n: { label: said.new, run: begin } }),
    ...(opened === null ? {} : { Escape: { label: said.back, run: back } }),
  })
  const zone = (id: ZoneId, width: number) => ({ id, title: said.zones[id], width, mark: null })
  const list = {
    ...zone('list', 280),
    mark: useMark(crisis.messages, { me, may }),
    content: <ListZone crisis={crisis} selected={opened?.id ?? null} onSelect={open} onBegin={begin} />,
  }
  const beside =
    opened === null
      ? [{ ...zone('points', 960), content: <TalkingPointsDesk /> }]
      : [
          {
            ...zone('text', 552),
            content: (
              <OpenMessage
                key={opened.id}
                crisis={crisis}
                message={opened.message}
                may={may}
                me={me}
                isResumed={opened.isResumed}
                onResumed={(isResumed) => setChosen({ id: opened.id, isResumed })}
                onAsk={(asking) => setAsked({ asking, message: opened.message })}
                onBack={back}
              />
            ),
          },
          { ...zone('page', 408), content: <div className="msg-page" ref={setPageZone} /> },
        ]
  return (
    <PageZone value={pageZone}>
      <ZoneLayout
        title={said.title}
        above={<Lacking crisis={crisis} />}
        shown={shown}
        onShow={setShown}
        zones={[list, ...beside]}
      />
      {asked === null ? null : <Question {...asked} crisis={crisis} onClose={() => setAsked(null)} />}
      {isBeginning ? <NewMessage crisis={crisis} onClose={() => setBeginning(false)} onBegun={open} /> : null}
    </PageZone>
  )
}

/** On the list's tab: how many texts wait for this very person, to be approved or published. */
function useMark(messages: Messages, who: Who) {
  const said = useWords(words)
  const count = Object.values(messages).filter(
    (message) => awaits(message.draft, who) || (who.may.publish && statusOf(message) === 'approved'),
  ).length
  return count === 0 ? null : { count, label: said.waitForYou(count), tone: 'warning' as const }
}
