import { useNavigate } from '@tanstack/react-router'
import { TrustNotice, TrustReadiness } from '#client/access/TrustNotice.tsx'
import { words as activationWords } from '#client/activation/words.ts'
import { words } from '#client/situation/words.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { followCrisis } from '#client/sync/console.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMayOpen } from '#client/sync/use-may.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import type { CrisisId } from '#shared/lib/id.ts'

/** Before the first order: one large action, whether the installation is ready for it, and the crises there were. */
export function NoCrisis() {
  const said = useWords(words)
  const navigate = useNavigate()
  const { whose } = useWords(activationWords)
  const mayActivate = useMayOpen().length > 0
  const activate = () => void navigate({ to: '/activation' })
  useKeys(mayActivate ? { a: { label: said.none.activate, run: activate } } : {})
  return (
    <Screen title={said.title}>
      <EmptyState
        title={said.none.title}
        icon="flag"
        action={
          mayActivate ? (
            <Button size="large" keys="A" onClick={activate}>
              {said.none.activate}
            </Button>
          ) : undefined
        }
      >
        {mayActivate ? said.none.teach : whose}
      </EmptyState>
      <TrustNotice />
      <div className="situation__start">
        <Readiness />
        <LastCrises />
      </div>
    </Screen>
  )
}

function Readiness() {
  const said = useWords(words).none
  const { name, lacks } = useInstallation()
  const { members, accounts, unread } = useConsole(({ state }) => ({
    members: Object.keys(state.standing.roster.members).length,
    accounts: Object.values(state.standing.people).filter(({ closed }) => !closed).length,
    unread: Object.values(state.standing.templates).filter(({ reviewed }) => reviewed === null).length,
  }))
  return (
    <Panel title={said.readiness}>
      <ul className="situation__feed">
        <li className="situation__ready">
          <Badge tone={members === 0 ? 'danger' : 'success'}>{said.members(members)}</Badge>
        </li>
        <li className="situation__ready">
          <Badge tone={accounts < 2 ? 'warning' : 'success'}>{said.accounts(accounts)}</Badge>
        </li>
        <li className="situation__ready">
          <Badge tone={lacks.length > 0 ? 'danger' : 'success'}>
            {lacks.includes('name')
              ? said.unnamed
              : lacks.includes('address')
                ? said.unaddressed
                : said.speaks(name)}
          </Badge>
        </li>
        <li className="situation__ready">
          <Badge tone={unread > 0 ? 'warning' : 'success'}>{said.unread(unread)}</Badge>
        </li>
        <TrustReadiness />
      </ul>
    </Panel>
  )
}

function LastCrises() {
  const said = useWords(words).none
  const format = useFormat()
  const crises = useConsole(({ state }) => state.crises)
  const closed = Object.entries(crises)
    .sort(([, a], [, b]) => b.activation.openedAt - a.activation.openedAt)
    .slice(0, 5)
  return (
    <Panel title={said.last}>
      {closed.length === 0 ? (
        <p className="situation__muted">{said.noLast}</p>
      ) : (
        <ul className="situation__feed">
          {closed.map(
            ([
              id,
              {
                activation: { title, kind, t0 },
              },
            ]) => (
              <li key={id} className="situation__ready">
                {kind === 'exercise' ? <Badge tone="warning">{said.exercise}</Badge> : null} {title}{' '}
                <span className="situation__muted">{format.instant(t0, 'date')}</span>{' '}
                <Button kind="tertiary" size="small" onClick={() => followCrisis(id as CrisisId)}>
                  {said.review}
                </Button>
              </li>
            ),
          )}
        </ul>
      )}
    </Panel>
  )
}
