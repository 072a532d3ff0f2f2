import type { Ref } from 'react'
import { words } from '#client/calls/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { outcomeLabels } from '#shared/calls/labels.ts'
import { outcomes, type Outcome } from '#shared/calls/outcomes.ts'

/** `u` and `n` are taken by the urgent path and the next call. */
const keys: Readonly<Record<Outcome, string>> = {
  answered: 'r',
  answeredWithReservation: 'v',
  redirected: 'd',
  questionOpened: 'o',
  callbackPromised: 'p',
  escalated: 'm',
  transferredEmergency: 't',
  abandonedByCaller: 'a',
  cutOff: 'c',
  silentOrHoax: 's',
  notForUs: 'h',
}

type OutcomeKeysProps = Readonly<{
  value: Outcome | null
  onChoose: (outcome: Outcome) => void
  error: string | null
  ref: Ref<HTMLDivElement>
}>

export function OutcomeKeys({ value, onChoose, error, ref }: OutcomeKeysProps) {
  const said = useWords(words)
  const language = useLanguage()
  const options = outcomes.map((outcome) => ({
    value: outcome,
    keys: keys[outcome],
    label: outcomeLabels[outcome][language],
  }))
  return (
    <div ref={ref} className="calls__outcome">
      <KeyChoice label={said.outcome} options={options} value={value} onChoose={onChoose} error={error} />
    </div>
  )
}
