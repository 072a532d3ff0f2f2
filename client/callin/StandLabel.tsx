import { words } from '#client/callin/words.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import type { Tone } from '#client/ui/tone.ts'
import type { Called } from '#shared/callin/state.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

/** Where a member stands, in a few words and their colour. */
export function StandLabel({ called }: Readonly<{ called: Called }>) {
  const { tone, text } = useStand(called)
  return <Badge tone={tone}>{text}</Badge>
}

function useStand({ stand, tries }: Called): Readonly<{ tone: Tone; text: string }> {
  const said = useWords(words)
  const hours = useHours()
  const last = tries.at(-1)
  switch (stand.is) {
    case 'notReached':
      if (last === undefined) return { tone: 'neutral', text: said.untried }
      return {
        tone: last.outcome === 'wrongNumber' ? 'danger' : 'neutral',
        text: said.outcomes[last.outcome],
      }
    case 'coming':
      return { tone: 'success', text: said.by(hours.hour(stand.expectedAt)) }
    case 'later':
      return { tone: 'info', text: said.from(hours.hour(stand.from)) }
    case 'relief':
    case 'remote':
      return { tone: 'info', text: said.outcomes[stand.is] }
    case 'unavailable':
      return { tone: 'neutral', text: said.outcomes[stand.is] }
    case 'arrived':
      return { tone: 'success', text: said.arrivedAt(hours.atHour(stand.arrivedAt)) }
    case 'atPost':
      return { tone: 'success', text: said.post(stand.post) }
    case 'onBreak':
      return { tone: 'info', text: said.onBreak(hours.hour(stand.since)) }
    case 'left':
      return { tone: 'neutral', text: said.leftAt(hours.atHour(stand.leftAt)) }
    default:
      return unreachable(stand)
  }
}
