import { useRef, useState, type ReactNode } from 'react'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useKept } from '#client/sync/use-kept.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { useOvertaken, type Grounds } from '#client/sync/use-overtaken.ts'
import { words } from '#client/sync/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button, type ButtonKind } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import type { Command } from '#shared/command.ts'
import { canonical } from '#shared/lib/canonical.ts'

type Asked = Readonly<{
  reasonLabel?: string
  hint?: string
  /** Said where nothing was written. */
  missing?: string
  /** Room for several lines: Ctrl Enter sends, since Enter begins the next. */
  isLong?: boolean
  maxLength?: number
}>

/** What is chosen besides: as it stands at first, and its fields, which say what is missing once it was sent. */
type Choice<C> = Readonly<{
  initial: C
  fields: (chosen: C, choose: (chosen: C) => void, isChecked: boolean) => ReactNode
  /** What was chosen can be chosen no more. */
  isMissing?: (chosen: C) => boolean
}>

type ChoiceDialogProps<C> = Asked &
  Readonly<{
    title: string
    /** What will happen. */
    children?: ReactNode
    /** Beside the form: acts of their own. */
    below?: ReactNode
    /** On the button. */
    action: string
    kind?: ButtonKind
    choice: Choice<C>
    command: (reason: string, chosen: C) => Command
    /** What must still be so when it is done; null where nobody else can change it. */
    grounds: Grounds | null
    /** Announced once it is recorded. */
    done?: string
    /** Once recorded or kept, before closing. */
    onDone?: (sent: Sent) => void
    onClose: () => void
  }>

/** A deed that needs its reason: it stays in the logbook. Begun and not sent, it is there when the same is asked again. */
export function ReasonDialog(props: Omit<ChoiceDialogProps<null>, 'choice'>) {
  return <ChoiceDialog {...props} choice={nothingElse} />
}

const nothingElse: Choice<null> = { initial: null, fields: () => null }

/** A deed that needs its reason, and something chosen besides. */
export function ChoiceDialog<C>(props: ChoiceDialogProps<C>) {
  const { title, children, action, kind = 'primary', command, choice, grounds, isLong = false } = props
  const { below, done, onDone } = props
  const said = useWords(words)
  const [isChecked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const typed = useKeptReason(props)
  const { reason, chosen } = typed.value
  const onClose = () => {
    typed.forget()
    props.onClose()
  }
  const { act, problem, isSending } = useAct((sent) => {
    onDone?.(sent)
    props.onClose()
  }, typed)
  const overtaken = useOvertaken(grounds, isSending)
  const send = () => {
    setChecked(true)
    if (reason.trim() === '' || choice.isMissing?.(chosen)) focusFirstFault(form.current)
    else act(command(reason.trim(), chosen), done)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      typed={typed}
      overtaken={overtaken}
      footer={
        <>
          <Button kind={kind} keys={isLong ? '$mod+Enter' : undefined} onClick={send} disabled={isSending}>
            {action}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {children}
        {choice.fields(chosen, (next) => typed.set((before) => ({ ...before, chosen: next })), isChecked)}
        {isLong ? <SendKey label={action} run={send} /> : null}
        <ReasonField
          {...props}
          value={reason}
          onChange={(next) => typed.set((before) => ({ ...before, reason: next }))}
          isChecked={isChecked}
        />
        <ActProblem text={problem} />
      </form>
      {below}
    </Dialog>
  )
}

/**
 * Of this deed and no other: as it was asked when the dialog opened, whatever is chosen in it meanwhile. Words that say why
 * write over nobody's: they may be sent on what stands when the same is asked again.
 */
function useKeptReason<C>({ command, choice: { initial } }: ChoiceDialogProps<C>) {
  const crisis = useConsole(({ followed }) => followed)
  const [about] = useState(() => canonical([crisis, command('', initial)]))
  return useKept(`reason-2.${about}`, () => ({ reason: '', chosen: initial }))
}

type ReasonFieldProps = Asked &
  Readonly<{ value: string; onChange: (value: string) => void; isChecked: boolean }>

function ReasonField({ isLong = false, maxLength = 300, value, isChecked, ...rest }: ReasonFieldProps) {
  const said = useWords(words)
  const { reasonLabel = said.reason, missing = said.reasonError, hint, onChange } = rest
  const Field = isLong ? TextArea : TextField
  const error = isChecked && value.trim() === '' ? missing : null
  return (
    <Field
      label={reasonLabel}
      hint={hint}
      value={value}
      maxLength={maxLength}
      onChange={onChange}
      error={error}
    />
  )
}

/** Inside the dialog, so that the key belongs to it and not to the screen below. */
function SendKey({ label, run }: Readonly<{ label: string; run: () => void }>) {
  useKeys({ '$mod+Enter': { label, run, whileTyping: 'fires' } })
  return null
}
