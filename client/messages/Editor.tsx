import { useEffect, useRef } from 'react'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { EditorNotes } from '#client/messages/EditorNotes.tsx'
import { EditorParts } from '#client/messages/EditorParts.tsx'
import { InPageZone } from '#client/messages/PageZone.tsx'
import { Counts, Preview } from '#client/messages/Preview.tsx'
import { SubmitFoot } from '#client/messages/SubmitFoot.tsx'
import { TextHead } from '#client/messages/TextHead.tsx'
import { useWriting } from '#client/messages/use-writing.ts'
import { words } from '#client/messages/words.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { isReadable } from '#client/ui/is-readable.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { isExercise } from '#shared/activation/select.ts'
import { lint } from '#shared/messages/lint.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

type EditorProps = Readonly<{
  crisis: Crisis
  message: Message
  draft: Draft
  onSubmitted: () => void
  onDiscard: () => void
  onBack: () => void
}>

/** Writing a text: its parts with their blanks and remarks, and beside them what the public will read. */
export function Editor({ crisis, message, draft, onSubmitted, onDiscard, onBack }: EditorProps) {
  const said = useWords(words)
  const { activation } = crisis
  const exercise = isExercise(activation)
  const desk = useWriting({ message, draft, isExercise: exercise, onSubmitted })
  const { content, writing, isBusy, isDirty, problem } = desk
  const now = useNow(15_000)
  const remarks = lint(content, { exercise, crisisNumber: activation.crisisNumber, now })
  const main = useRef<HTMLDivElement>(null)
  // Where the next keystroke is needed: the first blank, else the title.
  useEffect(() => {
    const field =
      main.current?.querySelector<HTMLElement>('.msg-blank') ?? main.current?.querySelector('input')
    field?.focus()
  }, [])
  useHandling(`message:${message.id}`)
  const save = () => {
    if (isReadable(main.current)) desk.save()
  }
  useKeys({ '$mod+s': { label: said.save, run: save, whileTyping: 'fires' } })
  return (
    <>
      <TextHead message={message} onBack={onBack}>
        {isDirty ? (
          <Button kind="secondary" keys="$mod+s" disabled={isBusy} onClick={save}>
            {said.save}
          </Button>
        ) : (
          <p className="ui-quiet">
            <span className="ui-tone--success">
              <Icon name="check" />
            </span>{' '}
            {said.saved}
          </p>
        )}
      </TextHead>
      <ZoneBody>
        <div className="msg-parts" ref={main}>
          <EditorNotes
            draft={draft}
            isOvertaken={desk.isOvertaken}
            onTake={desk.takeTheirs}
            onKeep={desk.keepMine}
          />
          <EditorParts message={message} writing={writing} onChange={desk.change} remarks={remarks} />
        </div>
      </ZoneBody>
      <SubmitFoot
        blocking={remarks.filter(({ blocking }) => blocking)}
        problem={problem}
        isBusy={isBusy}
        fields={main}
        onSubmit={desk.submit}
        onDiscard={onDiscard}
      />
      <InPageZone>
        <ZoneHead title={desk.isOvertaken ? said.previewTheirs : said.preview} />
        <ZoneBody>
          <Preview content={desk.isOvertaken ? draft.content : content} />
          <Counts content={content} />
        </ZoneBody>
        <ZoneFoot>
          <p className="ui-quiet">{said.alsoTalkingPoints}</p>
        </ZoneFoot>
      </InPageZone>
    </>
  )
}
