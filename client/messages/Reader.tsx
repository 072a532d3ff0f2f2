import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { PageNow } from '#client/messages/PageNow.tsx'
import { Counts, Preview } from '#client/messages/Preview.tsx'
import type { Asking } from '#client/messages/Question.tsx'
import { ReaderActions } from '#client/messages/ReaderActions.tsx'
import { RowState } from '#client/messages/RowState.tsx'
import { TextHead } from '#client/messages/TextHead.tsx'
import type { May } from '#client/messages/use-may.ts'
import { words } from '#client/messages/words.ts'
import { useName } from '#client/sync/use-names.ts'
import { ZoneBody } from '#client/ui/ZoneParts.tsx'
import { placeOf } from '#shared/messages/places.ts'
import { shownContent } from '#shared/messages/select.ts'
import type { Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type ReaderProps = Readonly<{
  crisis: Crisis
  message: Message
  may: May
  onResume: () => void
  onAsk: (asking: Asking) => void
  onBack: () => void
}>

/** A text that waits, is approved, is out or was withdrawn: as it reads, with what can be done about it. */
export function Reader({ crisis, message, may, onResume, onAsk, onBack }: ReaderProps) {
  const notes = useNotes(message)
  const content = shownContent(message)
  return (
    <>
      <TextHead message={message} byline={<Hands message={message} />} onBack={onBack} />
      <ZoneBody>
        <Preview
          content={content}
          notes={notes}
          state={message.withdrawn === null ? 'standing' : 'withdrawn'}
        />
        <Counts content={content} />
      </ZoneBody>
      <ReaderActions message={message} may={may} onResume={onResume} onAsk={onAsk} />
      <PageNow crisis={crisis} message={message} />
    </>
  )
}

/** Whose hands the text went through; of one that is out, since when. */
function Hands({ message }: Readonly<{ message: Message }>) {
  const said = useWords(words)
  const hours = useHours()
  const nameOf = useName()
  const now = useNow(15_000)
  if (message.draft === null) return <RowState message={message} place={placeOf(message, now)} />
  const { stage, editedBy, editedAt } = message.draft
  const time = (at: number) => hours.atHour(at)
  if (stage.is === 'drafting') return said.draftBy(nameOf(editedBy), time(editedAt))
  if (stage.is === 'submitted') return said.submittedBy(nameOf(editedBy), time(stage.at))
  return said.approvedBy(nameOf(stage.by), time(stage.at))
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
