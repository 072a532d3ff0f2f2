import type { Said } from '#client/roster/said.ts'
import { useState } from 'react'
import { ChooseFile } from '#client/roster/ChooseFile.tsx'
import { ImportPreview } from '#client/roster/ImportPreview.tsx'
import { importWords } from '#client/roster/import-words.ts'
import { words } from '#client/roster/words.ts'
import { useApiWords } from '#client/lib/api-words.ts'
import { postBytes } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { OneZone } from '#client/ui/OneZone.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneHead } from '#client/ui/ZoneParts.tsx'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { RosterPreview, RosterReading } from '#shared/roster/preview.ts'
import type { Roster } from '#shared/roster/state.ts'

type Step =
  | Readonly<{ is: 'choose' }>
  | Readonly<{ is: 'reading' }>
  | Readonly<{ is: 'unread'; why: string }>
  | Readonly<{ is: 'preview'; file: Blob; said: Said; preview: RosterPreview }>
  | Readonly<{ is: 'done'; isPending: boolean }>

type ImportFlowProps = Readonly<{ roster: Roster; onClose: () => void }>

/** From a file to the pool: choose, see everything, confirm. The server reads; nothing is stored before the last step. */
export function ImportFlow({ roster, onClose }: ImportFlowProps) {
  const said = useWords(words)
  const { refusals } = useWords(importWords)
  const explain = useApiWords()
  const [step, setStep] = useState<Step>({ is: 'choose' })
  const restart = () => setStep({ is: 'choose' })
  // Once a file has been chosen and its columns named, only the button gives them up.
  const isFree = step.is === 'choose' || step.is === 'done'
  useKeys(isFree ? { Escape: { label: said.back, run: onClose } } : {})

  const read = async (file: Blob, told: Said) => {
    if (step.is !== 'preview') setStep({ is: 'reading' })
    try {
      const reading = await postBytes<RosterReading>(`/api/roster/preview${queryOf(told)}`, file)
      if (reading.ok) setStep({ is: 'preview', file, said: told, preview: reading.preview })
      else setStep({ is: 'unread', why: refusals[reading.refusal.code](reading.refusal.detail ?? 0) })
    } catch (error) {
      setStep({ is: 'unread', why: explain(error) })
    }
  }
  return (
    <OneZone title={said.importTitle}>
      <ZoneHead title={said.importTitle}>
        <Button
          kind="secondary"
          keys={isFree ? 'Escape' : undefined}
          onClick={step.is === 'preview' ? restart : onClose}
        >
          {step.is === 'preview' ? said.other : said.back}
        </Button>
      </ZoneHead>
      <StepView
        step={step}
        roster={roster}
        onClose={onClose}
        restart={restart}
        read={read}
        onDone={(isPending) => setStep({ is: 'done', isPending })}
      />
    </OneZone>
  )
}

type StepViewProps = ImportFlowProps &
  Readonly<{
    step: Step
    restart: () => void
    read: (file: Blob, told: Said) => Promise<void>
    onDone: (isPending: boolean) => void
  }>

function StepView({ step, roster, onClose, restart, read, onDone }: StepViewProps) {
  const said = useWords(words)
  switch (step.is) {
    case 'choose':
      return <ChooseFile onChoose={(file) => void read(file, { mapping: null, encoding: null })} />
    case 'reading':
      return <LoadingState label={said.reading} />
    case 'unread':
      return (
        <ErrorState title={said.unread}>
          <p>{step.why}</p>
          <Button onClick={restart}>{said.other}</Button>
        </ErrorState>
      )
    case 'preview':
      return (
        <ImportPreview
          roster={roster}
          preview={step.preview}
          onAdjust={(change) => void read(step.file, { ...step.said, ...change })}
          onReadAgain={() => void read(step.file, step.said)}
          onDone={onDone}
        />
      )
    case 'done':
      return (
        <EmptyState
          title={step.isPending ? said.waiting : said.done}
          icon={step.isPending ? 'time' : 'success'}
          action={<Button onClick={onClose}>{said.back}</Button>}
        >
          {said.count(Object.keys(roster.members).length)}
        </EmptyState>
      )
    default:
      return unreachable(step)
  }
}

function queryOf({ mapping, encoding }: Said): string {
  const query = new URLSearchParams()
  if (mapping !== null) query.set('mapping', JSON.stringify(mapping))
  if (encoding !== null) query.set('encoding', encoding)
  return query.size === 0 ? '' : `?${query}`
}
