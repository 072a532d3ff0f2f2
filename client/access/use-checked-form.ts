import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useRequest } from '#client/access/use-request.ts'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'

type Sending = Readonly<{
  /** Whether what was typed can be sent. */
  isSound: boolean
  send: () => Promise<void>
}>

/**
 * A form that says its faults once it was sent a first time, and starts afresh when what it sent went well. The focus goes to
 * the first fault, the server's included.
 */
export function useCheckedForm({ isSound, send }: Sending) {
  const [isChecked, setChecked] = useState(false)
  const { run, error, isRunning } = useRequest()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error !== null) focusFirstFault(form.current)
  }, [error])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setChecked(true)
    form.current = event.currentTarget
    if (!isSound) focusFirstFault(event.currentTarget)
    else void run(send).then((wentWell) => wentWell && setChecked(false))
  }
  return { submit, isChecked, error, isRunning }
}
