import { useNavigate } from '@tanstack/react-router'
import { words } from '#client/access/two-people-words.ts'
import { useRequestsForMe } from '#client/access/use-requests-for-me.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import type { Ready } from '#client/situation/ready.ts'
import { needsTwo, restingOnOne } from '#shared/access/two-people.ts'

/** Before the eyes of every approver and administrator: what waits for their yes, what one person gave alone. */
export function TrustNotice() {
  const said = useWords(words)
  const may = useMay()
  const navigate = useNavigate()
  const waiting = useRequestsForMe()
  const resting = useConsole(({ state }) => restingOnOne(state.standing.people).length)
  if (!may('access.confirm') || waiting + resting === 0) return null
  return (
    <Callout
      tone={waiting > 0 ? 'info' : 'warning'}
      title={waiting > 0 ? said.waitingForYou(waiting) : said.checkTitle(resting)}
      action={
        <Button kind="secondary" size="small" onClick={() => void navigate({ to: '/reglages' })}>
          {said.see}
        </Button>
      }
    />
  )
}

/** Of the installation's readiness: whether grave rights are given by two, and what still rests on one. */
export function useTrustReadiness(): readonly Ready[] {
  const said = useWords(words)
  const { isForTwo, resting } = useConsole(({ state }) => ({
    isForTwo: needsTwo(state.standing.people, now()),
    resting: restingOnOne(state.standing.people).length,
  }))
  const rule = {
    text: isForTwo ? said.readyTwo : said.readyAlone,
    tone: isForTwo ? 'success' : 'warning',
    mend: 'settings',
  } as const
  if (resting === 0) return [rule]
  return [rule, { text: said.readyResting(resting), tone: 'warning', mend: 'settings' }]
}
