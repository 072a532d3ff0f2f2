import { useState } from 'react'
import { LaterField } from '#client/callin/LaterField.tsx'
import { outcomeOptions } from '#client/callin/outcome-options.ts'
import { PhoneList } from '#client/callin/PhoneList.tsx'
import { UndoLast } from '#client/callin/UndoLast.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useKept } from '#client/sync/use-kept.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { outcomeLabels } from '#shared/callin/labels.ts'
import { phoneToDial } from '#shared/callin/next.ts'
import { announcedDelays, isComing, type CallOutcome } from '#shared/callin/outcomes.ts'
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
  const crisis = useConsole(({ followed }) => followed)
  // Here, so that Échap closes the field and keeps what was typed in it.
  const later = useKept(`later-1.${crisis}.${id}`, () => '')
  const phone = chosen ?? phoneToDial(member, called)
  const name = names.of(id)

  const log = (result: { outcome: Exclude<CallOutcome, 'later'> } | { outcome: 'later'; from: number }) => {
    setChosen(null)
    later.forget()
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
    <>
      <ZoneHead title={said.inHand}>
        <Button kind="tertiary" keys={isLater ? undefined : 'Escape'} onClick={release}>
          {said.release}
        </Button>
      </ZoneHead>
      <ZoneBody>
        <h3 className="callin-name">{name}</h3>
        <Facts member={member} called={called} />
        <PhoneList member={member} called={called} phone={phone} onChoose={setChosen} />
        {isLater ? (
          <LaterField
            text={later.value}
            onType={later.set}
            onRecord={(from) => log({ outcome: 'later', from })}
            onCancel={close}
          />
        ) : (
          <Outcomes onChoose={choose} />
        )}
      </ZoneBody>
      <UndoLast desk={desk} />
    </>
  )
}

/** One key per answer, and by when that would have them here. */
function Outcomes({ onChoose }: Readonly<{ onChoose: (outcome: CallOutcome) => void }>) {
  const said = useWords(words)
  const hours = useHours()
  const now = useNow(15_000)
  const options = outcomeOptions.map(({ value, ...option }) => ({
    ...option,
    value,
    label: said.outcomes[value],
    aside: isComing(value) ? said.around(hours.hour(now + announcedDelays[value])) : undefined,
  }))
  return (
    <KeyChoice
      label={said.answer}
      naming="spoken"
      layout="rows"
      options={options}
      value={null}
      onChoose={onChoose}
      listen="screen"
    />
  )
}

function Facts({ member, called }: Pick<InHandCardProps, 'member' | 'called'>) {
  const said = useWords(words)
  const format = useFormat()
  const hours = useHours()
  const { service, distanceKm, travelMinutes, trainedOn, skills, languages } = member
  const last = called.tries.at(-1)
  const facts = [
    service,
    distanceKm === null ? null : said.km(format.number(distanceKm)),
    travelMinutes === null ? null : said.minutes(travelMinutes),
    trainedOn === null ? null : said.trained,
    ...languages,
    ...skills,
    last === undefined ? null : said.tries(called.tries.length, hours.atHour(last.at)),
  ]
  return <p className="ui-quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
}
