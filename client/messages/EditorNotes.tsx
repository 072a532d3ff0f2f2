import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { useName } from '#client/sync/use-names.ts'
import { words } from '#client/messages/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { Draft } from '#shared/messages/state.ts'

type EditorNotesProps = Readonly<{
  draft: Draft
  isOvertaken: boolean
  onTake: () => void
  onKeep: () => void
}>

/** What its author must know before going on: why the text is back, or who has written in it meanwhile. */
export function EditorNotes({ draft, isOvertaken, onTake, onKeep }: EditorNotesProps) {
  const said = useWords(words)
  const hours = useHours()
  const nameOf = useName()
  if (isOvertaken) {
    return (
      <div role="alert">
        <Callout
          tone="warning"
          title={said.conflict(nameOf(draft.editedBy))}
          action={
            <>
              <Button size="small" onClick={onTake}>
                {said.takeTheirs}
              </Button>
              <Button size="small" kind="secondary" onClick={onKeep}>
                {said.keepLocal}
              </Button>
            </>
          }
        >
          {said.conflictHint}
        </Callout>
      </div>
    )
  }
  const { stage } = draft
  if (stage.is === 'approved') return <Callout tone="warning" title={said.resumeVoids} />
  if (stage.is !== 'drafting' || stage.because === null) return null
  const { because } = stage
  const time = hours.atHour(because.at)
  return because.is === 'sentBack' ? (
    <Callout tone="danger" title={said.sentBackBy(nameOf(because.by), time)}>
      {bindSpaces(because.comment)}
    </Callout>
  ) : (
    <Callout tone="warning" title={said.voided(time)} />
  )
}
