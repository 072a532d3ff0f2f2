import { useLayoutEffect, useRef, useState } from 'react'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { wallTime } from '#client/lib/wall-time.ts'
import type { FieldProps } from '#client/ui/Field.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { words } from '#client/ui/words.ts'

type TimeFieldProps = FieldProps &
  Readonly<{
    value: number | null
    placeholder?: string
    /** What a typed time means: `lastTimeItWas` or `nextTimeItIs`. */
    read: (text: string, now: number) => number | null
    /** Null: emptied, or no time. */
    onChange: (at: number | null) => void
  }>

/**
 * A time of day as people write it ("14h", "1405"); once left it shows what was understood, or says that it was not. What is
 * no time is invalid, as the browser means it: no form is sent leaving it out.
 */
export function TimeField({ value, read, onChange, error, ...field }: TimeFieldProps) {
  const said = useWords(words)
  /** As typed while the hand is on it, and afterwards as long as it is no time; null: the value's own form. */
  const [typed, setTyped] = useState<string | null>(null)
  const [isUnread, setUnread] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const readNow = (text: string) => (text.trim() === '' ? null : read(text, now()))
  const isReadable = typed === null || typed.trim() === '' || readNow(typed) !== null
  const fault = isReadable ? '' : said.noTime(field.label)
  useLayoutEffect(() => input.current?.setCustomValidity(fault), [fault])
  return (
    <TextField
      {...field}
      ref={input}
      value={typed ?? (value === null ? '' : wallTime(value))}
      error={isUnread ? fault : error}
      onChange={(text) => {
        setTyped(text)
        setUnread(false)
        onChange(readNow(text))
      }}
      onBlur={() => {
        setUnread(!isReadable)
        if (isReadable) setTyped(null)
      }}
      onInvalid={() => setUnread(true)}
      maxLength={20}
    />
  )
}
