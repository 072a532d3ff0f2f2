import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { goneWords } from '#client/shell/gone-words.ts'
import { wordsOf } from '#client/shell/own-words.ts'
import type { RecordedItem } from '#client/sync/recorded.ts'
import { letGo, recordAgain, useGone } from '#client/sync/use-submit.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { featureOf } from '#shared/event.ts'

const longest = 80

/** What its author was told is recorded, and a server restored from a backup no longer holds: theirs to decide, one by one. */
export function Gone() {
  const said = useWords(goneWords)
  const items = useGone()
  if (items.length === 0) return null
  return (
    <section
      className="shell__band shell__gone ui-tone--danger"
      role="alert"
      aria-label={said.title(items.length)}
    >
      <Icon name="danger" />
      <div>
        <p>{said.title(items.length)}</p>
        <ul>
          {items.map((item) => (
            <GoneItem key={item.envelope.id} item={item} />
          ))}
        </ul>
      </div>
      {items.length === 1 ? null : (
        // In the order in which they were made: a sheet before its correction.
        <Button size="small" onClick={() => items.forEach((item) => void recordAgain(item))}>
          {said.allAgain}
        </Button>
      )}
    </section>
  )
}

function GoneItem({ item }: Readonly<{ item: RecordedItem }>) {
  const said = useWords(goneWords)
  const format = useFormat()
  const { command, id } = item.envelope
  const what = [
    format.instant(item.at, 'time'),
    said.what[featureOf(command.type)],
    wordsOf(command).slice(0, longest),
  ]
    .filter((part) => part !== '')
    .join(' · ')
  return (
    <li className="ui-line">
      <span>{what}</span>
      <Button kind="secondary" size="small" label={said.againOf(what)} onClick={() => void recordAgain(item)}>
        {said.again}
      </Button>
      <Button kind="tertiary" size="small" label={said.letGoOf(what)} onClick={() => letGo(id)}>
        {said.letGo}
      </Button>
    </li>
  )
}
