import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { changedLines } from '#shared/messages/changed-lines.ts'
import { diffWords, type Run } from '#shared/messages/diff.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { Version } from '#shared/messages/state.ts'

type ChangesProps = Readonly<{ compared: Version | null; content: Content }>

/** Word by word, what the text says that the one before did not. */
export function Changes({ compared, content }: ChangesProps) {
  const said = useWords(words)
  const hours = useHours()
  if (compared === null) return <p className="ui-quiet">{said.noEarlier}</p>
  const inOneText = (one: Content) => bindSpaces(textOf(one, (at) => said.nextPointAt(hours.atHour(at))))
  const lines = changedLines(diffWords(inOneText(compared.content), inOneText(content)))
  return (
    <>
      {lines.length === 0 ? <p>{said.sameWords}</p> : null}
      <ul className="msg-diff" lang="fr">
        {lines.map((runs, n) => (
          // Lines and runs have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={n}>
            {runs.map((run, m) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Words key={m} run={run} />
            ))}
          </li>
        ))}
      </ul>
      <p className="ui-quiet">
        {said.changesSince(compared.content.title, hours.atHour(compared.published.at))}
      </p>
    </>
  )
}

function Words({ run: { is, text } }: Readonly<{ run: Run }>) {
  const said = useWords(words)
  if (is === 'same') return text
  const Tag = is === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="fr-sr-only">{is === 'added' ? said.added : said.removed} </span>
      {text}
    </Tag>
  )
}

function textOf(
  { title, what, instructions, where, body, nextPointAt }: Content,
  promise: (at: number) => string,
): string {
  return [title, what, ...instructions, where ?? '', body, nextPointAt === null ? '' : promise(nextPointAt)]
    .filter((part) => part !== '')
    .join('\n')
}
