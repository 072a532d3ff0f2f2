import { useState } from 'react'
import { flushSync } from 'react-dom'
import { LastCalls } from '#client/calls/LastCalls.tsx'
import { words } from '#client/calls/room-words.ts'
import { UrgentScript } from '#client/calls/UrgentScript.tsx'
import { usePendingSheets } from '#client/calls/use-pending-sheets.ts'
import type { Script } from '#client/calls/use-script.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { TalkingPointsAside } from '#client/talkingpoints/TalkingPointsAside.tsx'
import { useUnread } from '#client/talkingpoints/use-unread.ts'
import { words as pointsWords } from '#client/talkingpoints/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { panelIds, TabList } from '#client/ui/TabList.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneHead } from '#client/ui/ZoneParts.tsx'

type HelpZoneProps = Readonly<{
  script: Script
  isInSight: boolean
  /** Brings the zone in sight, where it is a tab. */
  onShow: () => void
}>

type Tab = 'points' | 'sheets'

const panels = 'calls-help-'
const searchKey = 'F3'

/** What helps to answer: the talking points, or the room's sheets; while a life is at stake, what to say word by word. */
export function HelpZone({ script, isInSight, onShow }: HelpZoneProps) {
  const said = useWords(words)
  const { script: place, onLine, running, isSaying, say } = script
  const [tab, setTab] = useState<Tab>('points')
  const open = (next: Tab) => {
    onShow()
    flushSync(() => {
      say(false)
      setTab(next)
    })
  }
  const panel = (id: Tab) => ({
    className: 'ui-zone__panel',
    ...panelIds(panels, id).panel,
    hidden: isSaying || id !== tab,
  })
  return (
    <>
      <ZoneHead title={isSaying ? said.toSay : said.help} shows={isSaying ? 'title' : 'hidden'}>
        {isSaying ? null : <HelpTabs selected={tab} onSelect={open} />}
        {onLine === null ? null : <Turn isSaying={isSaying} onTurn={() => say(!isSaying)} />}
      </ZoneHead>
      {onLine === null ? null : (
        <div ref={place} className="ui-zone__panel" hidden={!isSaying}>
          <UrgentScript key={onLine} id={onLine} urgent={running} />
        </div>
      )}
      <div {...panel('points')}>
        <TalkingPointsAside
          isInSight={isInSight && !isSaying && tab === 'points'}
          onLook={() => open('points')}
        />
      </div>
      <div {...panel('sheets')}>
        <LastCalls searchKey={searchKey} onLook={() => open('sheets')} />
      </div>
    </>
  )
}

function HelpTabs({ selected, onSelect }: Readonly<{ selected: Tab; onSelect: (tab: Tab) => void }>) {
  const said = useWords(words)
  const points = useWords(pointsWords)
  const version = useConsole(({ crisis }) => crisis?.talkingpoints.version ?? 0)
  const unread = useUnread()
  const spoken = (
    <>
      {points.title}
      {version === 0 ? null : (
        <small className={classNames(unread !== null && 'calls__open')}>{points.version(version)}</small>
      )}
    </>
  )
  const pending = usePendingSheets()
  const isRefused = pending.some(({ refusal }) => refusal !== null)
  const sheets = (
    <>
      {said.sheets}{' '}
      {pending.length === 0 ? (
        <Kbd keys={searchKey} />
      ) : (
        <small className={isRefused ? 'calls__late' : 'calls__open'}>{pending.length}</small>
      )}
    </>
  )
  const waits = pending.length === 0 ? {} : { label: `${said.sheets}, ${pending.length} ${said.toSend}` }
  return (
    <TabList
      id={panels}
      label={said.help}
      selected={selected}
      onSelect={onSelect}
      tabs={[
        { id: 'points', content: spoken },
        { id: 'sheets', content: sheets, ...waits },
      ]}
    />
  )
}

/** From the words to say to the rest of the help, and back. */
function Turn({ isSaying, onTurn }: Readonly<{ isSaying: boolean; onTurn: () => void }>) {
  const said = useWords(words)
  const points = useWords(pointsWords)
  const label = isSaying ? points.short : said.toSayShort
  useKeys({ 'Alt+g': { label, run: onTurn } })
  return (
    <Button kind="tertiary" size="small" keys="Alt+g" onClick={onTurn}>
      {label}
    </Button>
  )
}
