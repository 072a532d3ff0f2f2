import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Counts, Preview } from '#client/messages/Preview.tsx'
import type { Asking } from '#client/messages/Question.tsx'
import { ReaderActions } from '#client/messages/ReaderActions.tsx'
import { useName } from '#client/sync/use-names.ts'
import type { May } from '#client/messages/use-may.ts'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { isOwnText, shownContent } from '#shared/messages/select.ts'
import type { Message, Version } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type ReaderProps = Readonly<{
  crisis: Crisis
  message: Message
  may: May
  onResume: () => void
  onAsk: (asking: Asking) => void
}>

/** A text that waits, is approved, is out or was withdrawn: as it reads, with what can be done about it. */
export function Reader({ crisis, message, may, onResume, onAsk }: ReaderProps) {
  const said = useWords(words)
  const notes = useNotes(message)
  const content = shownContent(message)
  return (
    <div className="msg-reader">
      <Standing message={message} />
      <Panel title={message.draft === null ? said.previewOut : said.preview}>
        <Preview
          kind={message.kind}
          content={content}
          notes={notes}
          state={message.withdrawn === null ? 'standing' : 'withdrawn'}
        />
        <Counts content={content} />
      </Panel>
      <ReaderActions crisis={crisis} message={message} may={may} onResume={onResume} onAsk={onAsk} />
      {message.versions.length > 1 || (message.versions.length === 1 && message.draft !== null) ? (
        <Panel title={said.versions}>
          <ol className="msg-versions">
            {message.versions.map((version, n) => (
              <VersionLine key={version.hash} version={version} n={n + 1} />
            ))}
          </ol>
        </Panel>
      ) : null}
    </div>
  )
}

/** Where the text stands, for whoever cannot move it on. */
function Standing({ message: { draft } }: Readonly<{ message: Message }>) {
  const said = useWords(words)
  const hours = useHours()
  const nameOf = useName()
  const me = useConsole(({ you }) => you?.person ?? null)
  if (draft?.stage.is === 'submitted') {
    const isOwn = me !== null && isOwnText(draft, me)
    return (
      <Callout tone="warning" title={said.waiting}>
        {isOwn ? said.waitingOwn : undefined}
      </Callout>
    )
  }
  if (draft?.stage.is === 'drafting') {
    const { editedBy, editedAt } = draft
    const title = said.draftBy(nameOf(editedBy), hours.atHour(editedAt))
    return <Callout tone="info" title={title} />
  }
  if (draft === null) return null
  const { by, at } = draft.stage
  return <Callout tone="success" title={said.approvedBy(nameOf(by), hours.atHour(at))} />
}

function VersionLine({ version, n }: Readonly<{ version: Version; n: number }>) {
  const said = useWords(words)
  const hours = useHours()
  const time = hours.atHour(version.published.at)
  return (
    <li>
      <strong>{said.version(n)}</strong> {said.publishedAt(time)}
      {version.correction === null ? null : ` · ${bindSpaces(version.correction)}`}
    </li>
  )
}

function useNotes({ draft, versions, withdrawn }: Message): readonly string[] {
  const said = useWords(words)
  const hours = useHours()
  const time = (at: number) => hours.atHour(at)
  const [first] = versions
  const last = versions.at(-1)
  if (draft !== null || first === undefined || last === undefined) return []
  return [
    said.publishedAt(time(first.published.at)),
    ...(last.correction === null ? [] : [said.correctedAt(time(last.published.at), last.correction)]),
    ...(withdrawn === null ? [] : [said.withdrawnAt(time(withdrawn.at), withdrawn.reason)]),
  ]
}
