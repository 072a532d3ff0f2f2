import { Accounts } from '#client/access/Accounts.tsx'
import { ChangePassword } from '#client/access/ChangePassword.tsx'
import { Requests } from '#client/access/Requests.tsx'
import { RestingOnOne } from '#client/access/RestingOnOne.tsx'
import { Sessions } from '#client/access/Sessions.tsx'
import { ClockPanel } from '#client/clock/ClockPanel.tsx'
import { words } from '#client/access/words.ts'
import { HeldPage } from '#client/followers/HeldPage.tsx'
import { Troubles } from '#client/followers/Troubles.tsx'
import { UnreadableData } from '#client/journal/UnreadableData.tsx'
import { useWords } from '#client/lib/words.ts'
import { useMay, useMayAsk } from '#client/sync/use-may.ts'
import { replaceSession } from '#client/sync/console.ts'
import { Panel } from '#client/ui/Panel.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import '#client/access/access.css'

/** What waits for one's yes first; one's own sessions and password; everybody's accounts for an administrator. */
export function SettingsPanel() {
  const { settings: said } = useWords(words)
  const may = useMay()
  const mayAsk = useMayAsk()
  const mayAdminister = may('access.createAccount')
  return (
    <Screen title={said.title}>
      {may('access.confirm') ? <Requests /> : null}
      {may('access.vouch') ? <RestingOnOne /> : null}
      {mayAdminister ? <ClockPanel /> : null}
      {mayAsk('pageReleased') ? <HeldPage /> : null}
      {mayAsk('anotherAttempt') ? <Troubles /> : null}
      {mayAsk('unreadableData') ? <UnreadableData /> : null}
      {mayAdminister ? <Accounts /> : null}
      <Panel title={said.sessions}>
        <Sessions />
      </Panel>
      <Panel title={said.mine}>
        <div className="access-narrow">
          <ChangePassword change={replaceSession} />
        </div>
      </Panel>
    </Screen>
  )
}
