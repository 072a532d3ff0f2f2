import { useState } from 'react'
import { Accounts } from '#client/access/Accounts.tsx'
import { ChangePassword } from '#client/access/ChangePassword.tsx'
import { Requests } from '#client/access/Requests.tsx'
import { RestingOnOne } from '#client/access/RestingOnOne.tsx'
import { Sessions } from '#client/access/Sessions.tsx'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { useRequestsForMe } from '#client/access/use-requests-for-me.ts'
import { words } from '#client/access/words.ts'
import { ClockPanel } from '#client/clock/ClockPanel.tsx'
import { HeldPage } from '#client/followers/HeldPage.tsx'
import { Troubles } from '#client/followers/Troubles.tsx'
import { UnreadableData } from '#client/journal/UnreadableData.tsx'
import { useWords } from '#client/lib/words.ts'
import { SingleKeysChoice } from '#client/shell/SingleKeysChoice.tsx'
import { replaceSession } from '#client/sync/console.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay, useMayAsk } from '#client/sync/use-may.ts'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import '#client/access/access.css'

type Zone = 'room' | 'mine'

/** What waits for one's yes first, then what the server cannot do, then everybody's accounts; beside it one's own. */
export function SettingsPanel() {
  const { settings: said } = useWords(words)
  const both = useWords(bothWords)
  const may = useMay()
  const waiting = useRequestsForMe()
  const [shown, setShown] = useState<Zone>(() => (location.hash === '#sessions' ? 'mine' : 'room'))
  const mark =
    waiting === 0 ? null : ({ count: waiting, label: both.waitingForYou(waiting), tone: 'danger' } as const)
  const room = { id: 'room', title: said.room, width: 832, mark, content: <Room /> } as const
  const mine = { id: 'mine', title: said.own, width: 408, mark: null, content: <Mine /> } as const
  return (
    <ZoneLayout
      title={said.title}
      zones={may('access.confirm') ? [room, mine] : [mine]}
      shown={shown}
      onShow={setShown}
    />
  )
}

function Room() {
  const { settings: said } = useWords(words)
  const { nothing } = useWords(bothWords)
  const may = useMay()
  const mayAsk = useMayAsk()
  const mayAdminister = may('access.createAccount')
  const isLoaded = useConsole((view) => view.isLoaded)
  const nothingWaits = isLoaded ? <p className="access-rows__detail">{nothing}</p> : <LoadingState />
  return (
    <>
      <ZoneHead title={said.room} />
      <ZoneBody>
        <Requests whenNone={mayAdminister ? null : nothingWaits} />
        {mayAsk('pageReleased') ? <HeldPage /> : null}
        {mayAdminister ? <ClockPanel /> : null}
        {mayAsk('anotherAttempt') ? <Troubles /> : null}
        {mayAsk('unreadableData') ? <UnreadableData /> : null}
        {may('access.vouch') ? <RestingOnOne /> : null}
        {mayAdminister ? <Accounts /> : null}
      </ZoneBody>
    </>
  )
}

function Mine() {
  const { settings: said } = useWords(words)
  return (
    <>
      <ZoneHead title={said.own} />
      <ZoneBody>
        <div className="access-narrow">
          <Panel title={said.sessions}>
            <Sessions />
          </Panel>
          <Panel title={said.mine}>
            <ChangePassword change={replaceSession} />
          </Panel>
          <SingleKeysChoice />
        </div>
      </ZoneBody>
    </>
  )
}
