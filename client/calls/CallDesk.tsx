import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Callbacks } from '#client/calls/Callbacks.tsx'
import { CallTabs } from '#client/calls/CallTabs.tsx'
import type { Draft } from '#client/calls/draft.ts'
import type { Desk } from '#client/calls/drafts.ts'
import { HelpZone } from '#client/calls/HelpZone.tsx'
import { words as roomWords } from '#client/calls/room-words.ts'
import { SheetForm } from '#client/calls/SheetForm.tsx'
import { words as urgentWords } from '#client/calls/urgent-words.ts'
import { useDue } from '#client/calls/use-due.ts'
import { useScript } from '#client/calls/use-script.ts'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useMay } from '#client/sync/use-may.ts'
import { useUnread } from '#client/talkingpoints/use-unread.ts'
import { words as pointsWords } from '#client/talkingpoints/words.ts'
import { panelIds } from '#client/ui/TabList.tsx'
import { useIsNarrow } from '#client/ui/use-is-narrow.ts'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'

type CallDeskProps = Readonly<{ desk: Desk; draft: Draft }>

const sheets = 'calls-sheet-'

/** The call desk: the sheet in hand, what helps to answer, who waits for us. */
export function CallDesk({ desk, draft }: CallDeskProps) {
  const said = useWords(words)
  const room = useWords(roomWords)
  const points = useWords(pointsWords)
  const may = useMay()
  const [shown, setShown] = useState<'sheet' | 'help' | 'due'>('sheet')
  const show = (zone: typeof shown) => flushSync(() => setShown(zone))
  const script = useScript(draft, () => show('help'))
  const isHelpInSight = !useIsNarrow() || shown === 'help'
  const sheet = {
    id: 'sheet' as const,
    title: said.sheet,
    width: 592,
    mark: null,
    content: (
      <>
        <CallTabs id={sheets} desk={desk} draft={draft} onUrgent={script.raise} />
        <div className="ui-zone__panel" {...panelIds(sheets, draft.id).panel}>
          <SheetForm key={draft.id} draft={draft} onLacking={() => show('sheet')} />
        </div>
      </>
    ),
  }
  const help = {
    id: 'help' as const,
    title: script.isSaying ? room.toSay : points.title,
    width: 316,
    mark: useHelpMark(script.onLine !== null),
    content: <HelpZone script={script} isInSight={isHelpInSight} onShow={() => show('help')} />,
  }
  const due = {
    id: 'due' as const,
    title: room.callbacks,
    width: 332,
    mark: useDueMark(),
    content: <Callbacks />,
  }
  const takesCalls = may('calls.log') || may('calls.raiseUrgent')
  return (
    <ZoneLayout
      title={said.title}
      shown={shown}
      onShow={setShown}
      zones={takesCalls ? [sheet, help, due] : [help, due]}
    />
  )
}

/** What of the help is seen from another tab: somebody's life, else a version to be read. */
function useHelpMark(isUrgent: boolean) {
  const urgent = useWords(urgentWords)
  const points = useWords(pointsWords)
  const unread = useUnread()
  if (isUrgent) return { count: 1, label: `1 ${urgent.title.toLowerCase()}`, tone: 'danger' } as const
  return unread === null ? null : ({ count: 1, label: points.toRead(unread), tone: 'warning' } as const)
}

/** How many are late; while none is, how many are promised. */
function useDueMark() {
  const room = useWords(roomWords)
  const { due, late } = useDue()
  if (late > 0) return { count: late, label: room.late(late), tone: 'danger' } as const
  if (due.length === 0) return null
  return { count: due.length, label: room.promised(due.length), tone: 'neutral' } as const
}
