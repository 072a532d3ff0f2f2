import { useEffect, useRef } from 'react'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { EditorNotes } from '#client/messages/EditorNotes.tsx'
import { EditorParts } from '#client/messages/EditorParts.tsx'
import { Counts, Preview } from '#client/messages/Preview.tsx'
import { useWriting } from '#client/messages/use-writing.ts'
import { words } from '#client/messages/words.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { isReadable } from '#client/ui/is-readable.ts'
import { useKeys } from '#client/ui/use-keys.ts'
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
}>

/** Writing a text: the parts with their blanks and remarks on the left, what the public will read on the right. */
export function Editor({ crisis, message, draft, onSubmitted, onDiscard }: EditorProps) {
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
  const unlessUnread = (act: () => void) => () => {
    if (isReadable(main.current)) act()
  }
  const save = unlessUnread(desk.save)
  const submit = unlessUnread(desk.submit)
  useKeys({
    '$mod+s': { label: said.save, run: save, whileTyping: 'fires' },
    '$mod+Enter': { label: said.submit, run: submit, whileTyping: 'fires' },
  })
  return (
    <div className="msg-desk">
      <div className="msg-desk__main" ref={main}>
        <EditorNotes
          draft={draft}
          isOvertaken={desk.isOvertaken}
          onTake={desk.takeTheirs}
          onKeep={desk.keepMine}
        />
        <EditorParts message={message} writing={writing} onChange={desk.change} remarks={remarks} />
        <footer className="msg-foot">
          {problem === null ? null : (
            <div className="msg-foot__problem" role="alert">
              <Callout tone="danger" title={problem} />
            </div>
          )}
          <Button icon="send" keys="$mod+Enter" disabled={isBusy} onClick={submit}>
            {said.submit}
          </Button>
          <Button kind="secondary" keys="$mod+s" disabled={isBusy || !isDirty} onClick={save}>
            {said.save}
          </Button>
          <Button kind="tertiary" icon="trash" onClick={onDiscard}>
            {said.discard}
          </Button>
          <span className="msg-foot__state">{isDirty ? said.unsaved : said.saved}</span>
        </footer>
      </div>
      <div className="msg-desk__side">
        <Panel title={desk.isOvertaken ? said.previewTheirs : said.preview}>
          <Preview kind={message.kind} content={desk.isOvertaken ? draft.content : content} />
          <Counts content={content} />
        </Panel>
      </div>
    </div>
  )
}
