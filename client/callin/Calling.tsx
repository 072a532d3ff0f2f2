import { useState, type ReactNode } from 'react'
import { AnswerFeed } from '#client/callin/AnswerFeed.tsx'
import { CallOrder } from '#client/callin/CallOrder.tsx'
import { InHand } from '#client/callin/InHand.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'
import { callQueue } from '#shared/callin/next.ts'
import { lastTries } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'

type CallingProps = Readonly<{ desk: CallinDesk; held: MemberId | null; above: ReactNode }>

/** Who comes next, who is in hand, what came of it. */
export function Calling({ desk, held, above }: CallingProps) {
  const said = useWords(words)
  const { crisis, standing } = desk
  const now = useNow(5_000)
  const [shown, setShown] = useState<'order' | 'hand' | 'answers'>('hand')
  const [wasHeld, setWasHeld] = useState(held)
  if (held !== wasHeld) {
    setWasHeld(held)
    // Taken from one of the lists: the next keystroke is the hand's.
    if (held !== null) setShown('hand')
  }
  const toCall = callQueue(standing.roster, crisis.callin, now).length
  const answered = lastTries(crisis.callin).length
  return (
    <ZoneLayout
      title={said.title}
      shown={shown}
      onShow={setShown}
      above={above}
      zones={[
        {
          id: 'order',
          title: said.order,
          width: 424,
          mark: { count: toCall, label: said.orderCount(toCall), tone: 'neutral' },
          content: <CallOrder desk={desk} />,
        },
        { id: 'hand', title: said.inHand, width: 432, mark: null, content: <InHand desk={desk} /> },
        {
          id: 'answers',
          title: said.answers,
          width: 384,
          mark: { count: answered, label: said.answerCount(answered), tone: 'neutral' },
          content: <AnswerFeed desk={desk} />,
        },
      ]}
    />
  )
}
