import { useState } from 'react'
import { words } from '#client/calls/urgent-words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import type { UrgentEnd } from '#shared/calls/commands.ts'
import { emergencyServiceLabels } from '#shared/calls/labels.ts'
import { emergencyServices } from '#shared/calls/outcomes.ts'
import type { UrgentId } from '#shared/lib/id.ts'

type Choice = (typeof emergencyServices)[number] | 'settled' | 'mistake'

/** `saying`: answered, and on its way. */
type Stage = 'choosing' | 'doubting' | 'saying'

/**
 * How an emergency ends, by one key. There from the press that raised it, so that the next key is its own and no later one is
 * taken for it. A mistake takes the alarm off every screen at once: asked about first.
 */
export function UrgentEndKeys({ id }: Readonly<{ id: UrgentId }>) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const [stage, setStage] = useState<Stage>('choosing')
  const end = async (how: UrgentEnd) => {
    setStage('saying')
    const sent = await submit({ type: 'calls.closeUrgent', urgent: id, end: how })
    if (sent.status !== 'refused') return
    setStage('choosing')
    announce(explain(sent.refusal), 'assertive')
  }
  const choose = (choice: Choice) => {
    if (choice === 'mistake') setStage('doubting')
    else void end(choice === 'settled' ? { kind: choice } : { kind: 'transferred', to: choice })
  }
  const stay = () => setStage('choosing')
  if (stage === 'saying') return null
  if (stage === 'choosing') return <Ends onChoose={choose} />
  const answers = [
    { value: 'stays', keys: 'n', label: said.stays },
    { value: 'mistake', keys: 'o', label: said.isMistake },
  ] as const
  return (
    <KeyChoice
      key={stage}
      label={said.mistakeAsked}
      options={answers}
      value={null}
      focus="first"
      onLeave={stay}
      onChoose={(answer) => (answer === 'stays' ? stay() : void end({ kind: 'mistake' }))}
    />
  )
}

function Ends({ onChoose }: Readonly<{ onChoose: (choice: Choice) => void }>) {
  const said = useWords(words)
  const language = useLanguage()
  // The last figure of each number: 15 and 115 are not both here, so one key is enough.
  const options = [
    ...emergencyServices.map((service) => ({
      value: service,
      keys: service.slice(-1),
      label: `${service} ${emergencyServiceLabels[service][language]}`,
      tone: 'danger' as const,
    })),
    { value: 'settled' as const, keys: 'f', label: said.settled },
    { value: 'mistake' as const, keys: 'e', label: said.mistake },
  ]
  return <KeyChoice label={said.transfer} options={options} value={null} focus="first" onChoose={onChoose} />
}
