import { troublesFor } from '#client/followers/shown.ts'
import { words } from '#client/followers/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { toneIcon } from '#client/ui/tone.ts'

/** What this person must know on whatever screen, a line each. */
export function TroubleBands() {
  const said = useWords(words)
  const format = useFormat()
  const roles = useConsole(({ you }) => you?.roles ?? none)
  const troubles = useConsole((view) => view.troubles)
  return troublesFor(troubles, roles).map(({ follower, since, is }) => (
    <div key={follower} className="shell__band ui-tone--warning">
      <Icon name={toneIcon.warning} />
      <p>
        {is === 'held' ? said.heldBand : said.of[follower]} ({said.since} {format.instant(since, 'dateTime')})
      </p>
    </div>
  ))
}

const none = [] as const
