import { classNames } from '#client/lib/class-names.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { Content } from '#shared/messages/schema.ts'
import { piecesOf } from '#shared/messages/template.ts'

type PreviewProps = Readonly<{
  content: Content
  /** Under the text: when it went out, what was corrected, why it was withdrawn. */
  notes?: readonly string[]
  state?: 'standing' | 'withdrawn'
}>

const noNotes: readonly string[] = []

/** The text as a visitor of the page reads it: the same parts, in the same order. */
export function Preview({ content, notes = noNotes, state = 'standing' }: PreviewProps) {
  const said = useWords(words)
  const format = useFormat()
  const hours = useHours()
  const { title, what, instructions, where, body, nextPointAt, expiresAt } = content
  return (
    <article className={classNames('msg-text', state === 'withdrawn' && 'msg-text--withdrawn')} lang="fr">
      <h3>{title === '' ? said.untitled : <Line text={title} />}</h3>
      <Paragraphs text={what} />
      {instructions.length === 0 ? null : (
        <>
          <h4>{said.whatToDo}</h4>
          <ol className="ui-dashes">
            {instructions.map((instruction, n) => (
              // Two instructions may read alike while they are being typed.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={n}>
                <Line text={instruction} />
              </li>
            ))}
          </ol>
        </>
      )}
      {where === null ? null : (
        <p className="msg-text__line">
          <Icon name="mapPin" /> <Line text={where} />
        </p>
      )}
      <Paragraphs text={body} />
      {nextPointAt === null ? null : (
        <p className="msg-text__line">
          <Icon name="time" /> {said.nextPointAt(hours.atHour(nextPointAt))}
        </p>
      )}
      {expiresAt === null ? null : (
        <p className="msg-text__note">{said.expires(format.instant(expiresAt, 'dateTime'))}</p>
      )}
      {notes.map((note) => (
        <p className="msg-text__note" key={note}>
          {note}
        </p>
      ))}
    </article>
  )
}

function Paragraphs({ text }: Readonly<{ text: string }>) {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => (
      <p key={paragraph}>
        <Line text={paragraph} />
      </p>
    ))
}

/** Blanks that are left are seen as in the sentence one fills. */
function Line({ text }: Readonly<{ text: string }>) {
  return piecesOf(text).map((piece, n) =>
    piece.is === 'text' ? (
      bindSpaces(piece.text)
    ) : (
      // A piece has no identity but its place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={n} className="msg-blank msg-blank--empty">
        {piece.name}
      </span>
    ),
  )
}

/** A calm newsreader's pace, as call takers and recorded greetings speak. */
const wordsPerSecond = 2.5

export function Counts({ content }: Readonly<{ content: Content }>) {
  const said = useWords(words)
  const { title, what, instructions, where, body } = content
  const text = [title, what, ...instructions, where ?? '', body].filter((part) => part !== '').join('\n')
  const seconds = Math.ceil(text.split(/\s+/).filter(Boolean).length / wordsPerSecond)
  return <p className="ui-quiet">{said.counts(text.length, seconds)}</p>
}
