import { useNavigate } from '@tanstack/react-router'
import { TrustNotice } from '#client/access/TrustNotice.tsx'
import { words as activationWords } from '#client/activation/words.ts'
import { Readiness } from '#client/situation/Readiness.tsx'
import { words } from '#client/situation/words.ts'
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
import { words as uiWords } from '#client/ui/words.ts'
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

function LastCrises() {
  const said = useWords(words).none
  const { labelOf } = useWords(uiWords)
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
                <span>
                  {kind === 'exercise' ? <Badge tone="warning">{said.exercise}</Badge> : null} {title}{' '}
                  <span className="situation__muted">{format.instant(t0, 'date')}</span>
                </span>
                <Button
                  kind="tertiary"
                  size="small"
                  label={labelOf(said.review, title)}
                  onClick={() => followCrisis(id as CrisisId)}
                >
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
