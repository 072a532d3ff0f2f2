import type { RefObject } from 'react'
import { useWords } from '#client/lib/words.ts'
import { toDoWords } from '#client/messages/to-do-words.ts'
import { words } from '#client/messages/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { isReadable } from '#client/ui/is-readable.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import type { Remark } from '#shared/messages/lint.ts'

type SubmitFootProps = Readonly<{
  /** What keeps the text from being submitted. */
  blocking: readonly Remark[]
  problem: string | null
  isBusy: boolean
  /** Around the parts of the text. */
  fields: RefObject<HTMLElement | null>
  onSubmit: () => void
  onDiscard: () => void
}>

/** The part that waits for its author: a blank with nothing in it, or the field that a blocking remark is about. */
const unfinished = '.msg-blank--empty, .msg-part--unfinished :is(input, textarea):not(.msg-blank)'

/** Submits a text that is complete; of one that is not it says what is left to do, and leads there. */
export function SubmitFoot({ blocking, problem, isBusy, fields, onSubmit, onDiscard }: SubmitFootProps) {
  const said = useWords(words)
  const { toDo, inWords } = useWords(toDoWords)
  const isComplete = blocking.length === 0
  const left = isComplete ? null : inWords(blocking)
  const submit = () => {
    if (!isReadable(fields.current)) return
    if (left === null) return onSubmit()
    announce(`${toDo} ${left}`, 'assertive')
    fields.current?.querySelector<HTMLElement>(unfinished)?.focus()
  }
  useKeys({ '$mod+Enter': { label: said.submit, run: submit, whileTyping: 'fires' } })
  return (
    <ZoneFoot>
      {problem === null ? null : (
        <p role="alert" className="msg-foot__note ui-tone--danger">
          <Icon name="danger" /> {problem}
        </p>
      )}
      <Button
        kind={isComplete ? 'primary' : 'secondary'}
        icon="send"
        keys="$mod+Enter"
        disabled={isBusy}
        onClick={submit}
      >
        {said.submit}
      </Button>
      <p className="msg-foot__note">
        {left === null ? null : (
          <>
            <strong className="ui-tone--warning">{toDo}</strong> {left}
          </>
        )}
      </p>
      <IconButton icon="trash" label={said.discard} onClick={onDiscard} />
    </ZoneFoot>
  )
}
