import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { diffWords } from '#shared/messages/diff.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { Version } from '#shared/messages/state.ts'

type ChangesProps = Readonly<{ compared: Version | null; content: Content }>

/** Word by word, what the text says that the one before did not. */
export function Changes({ compared, content }: ChangesProps) {
  const said = useWords(words)
  const hours = useHours()
  if (compared === null) return <p className="msg-counts">{said.noEarlier}</p>
  const inOneText = (one: Content) => bindSpaces(textOf(one, (at) => said.nextPointAt(hours.atHour(at))))
  const runs = diffWords(inOneText(compared.content), inOneText(content))
  return (
    <>
      <p className="msg-counts">
        {said.changesSince(compared.content.title, hours.atHour(compared.published.at))}
      </p>
      <p className="msg-diff" lang="fr">
        {runs.map((run, n) => {
          // Runs have no identity but their place.
          const key = `${n} ${run.is}`
          if (run.is === 'same') return <span key={key}>{run.text}</span>
          const Tag = run.is === 'added' ? 'ins' : 'del'
          return (
            <Tag key={key}>
              <span className="fr-sr-only">{run.is === 'added' ? said.added : said.removed} </span>
              {run.text}
            </Tag>
          )
        })}
      </p>
    </>
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
