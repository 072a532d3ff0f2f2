import { useState } from 'react'
import { LaterField } from '#client/callin/LaterField.tsx'
import { outcomeOptions } from '#client/callin/outcome-options.ts'
import { PhoneList } from '#client/callin/PhoneList.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { outcomeLabels } from '#shared/callin/labels.ts'
import { phoneToDial } from '#shared/callin/next.ts'
import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { Called } from '#shared/callin/state.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { Member } from '#shared/roster/state.ts'

type InHandCardProps = Readonly<{ desk: CallinDesk; id: MemberId; member: Member; called: Called }>

/** The member being called: numbers to dial, then one key for what came of it. */
export function InHandCard({ desk, id, member, called }: InHandCardProps) {
  const said = useWords(words)
  const language = useLanguage()
  const names = usePersonNames(desk.standing.roster)
  const [chosen, setChosen] = useState<number | null>(null)
  const [isLater, setLater] = useState(false)
  // Here, so that Échap closes the field and keeps what was typed in it.
  const [laterText, setLaterText] = useState('')
  const phone = chosen ?? phoneToDial(member, called)
  const name = names.of(id)

  const log = (result: { outcome: Exclude<CallOutcome, 'later'> } | { outcome: 'later'; from: number }) => {
    setChosen(null)
    void desk.act({ type: 'callin.log', member: id, phone, result, next: true })
    announce(said.recorded(name, outcomeLabels[result.outcome][language]), 'polite')
  }
  const choose = (outcome: CallOutcome) => {
    if (outcome === 'later') setLater(true)
    else log({ outcome })
  }
  const release = () => void desk.act({ type: 'callin.release', member: id })
  const close = () => setLater(false)
  useKeys({ Escape: isLater ? { label: said.cancel, run: close } : { label: said.release, run: release } })

  return (
    <Panel title={said.inHand}>
      <div className="callin-hand">
        <h3 className="callin-hand__name">{name}</h3>
        <Facts member={member} />
        <PhoneList member={member} called={called} phone={phone} onChoose={setChosen} />
        {isLater ? (
          <LaterField
            text={laterText}
            onType={setLaterText}
            onRecord={(from) => log({ outcome: 'later', from })}
            onCancel={close}
          />
        ) : (
          <KeyChoice
            label={said.answer}
            options={outcomeOptions.map((option) => ({ ...option, label: said.outcomes[option.value] }))}
            value={null}
            onChoose={choose}
            listen="screen"
          />
        )}
        <Button kind="tertiary" keys={isLater ? undefined : 'Escape'} onClick={release}>
          {said.release}
        </Button>
      </div>
    </Panel>
  )
}

function Facts({ member }: Readonly<{ member: Member }>) {
  const said = useWords(words)
  const format = useFormat()
  const { service, distanceKm, travelMinutes, trainedOn, skills, languages } = member
  const facts = [
    service,
    distanceKm === null ? null : said.km(format.number(distanceKm)),
    travelMinutes === null ? null : said.minutes(travelMinutes),
    trainedOn === null ? null : said.trained,
    ...languages,
    ...skills,
  ]
  return <p className="callin-quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
}
