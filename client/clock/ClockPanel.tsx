import { words } from '#client/clock/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { tellDrift } from '#shared/clock/sentences.ts'
import type { Doubt } from '#shared/clock/state.ts'

/** What an administrator must know of the time that entries bear; nothing as long as it was never in doubt. */
export function ClockPanel() {
  const said = useWords(words)
  const language = useLanguage()
  const { doubts, corrections } = useConsole(({ state }) => state.standing.clock)
  const doubted = Object.entries(doubts)
  if (doubted.length === 0 && corrections.length === 0) return null
  return (
    <Panel title={said.title}>
      {doubted.map(([node, doubt]) => (
        <DoubtedClock key={node} node={node} doubt={doubt} />
      ))}
      <ul className="access-rows">
        {corrections.map(({ first, last, by, isAtLeast }) => (
          <li key={`${first}-${last}-${by}`}>
            {said.corrected(first, last, tellDrift(by, language), isAtLeast)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function DoubtedClock({ node, doubt }: Readonly<{ node: string; doubt: Doubt }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const { act, problem, isSending } = useAct()
  const { drift, since, expected, isConfirmed } = doubt
  const tellTime = (at: number) => format.instant(at, 'exactDateTime')
  const told =
    expected === null ? said.since(tellTime(since)) : said.sinceStart(tellTime(since), tellTime(expected))
  const name = drift > 0 ? said.ahead : said.behind
  return (
    <Callout
      tone="warning"
      title={name(tellDrift(drift, language))}
      action={
        isConfirmed ? null : (
          <Button
            kind="secondary"
            disabled={isSending}
            onClick={() => act({ type: 'clock.confirm', node, drift }, said.confirmed)}
          >
            {said.confirm}
          </Button>
        )
      }
    >
      {isConfirmed ? said.confirmed : told}
      <ActProblem text={problem} />
    </Callout>
  )
}
