import { useEffect } from 'react'
import { useLatestWords } from '#client/calls/use-latest-words.ts'
import { useName } from '#client/sync/use-names.ts'
import { useRinging } from '#client/calls/use-ringing.ts'
import { words } from '#client/calls/urgent-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import '#client/calls/alarm.css'
import { mayEnd } from '#shared/calls/authority.ts'
import { openUrgents } from '#shared/calls/select.ts'
import type { Urgent } from '#shared/calls/state.ts'
import { second } from '#shared/lib/time.ts'

/**
 * Every running emergency, on every screen of the room until a lead has seen it and it is over; told once, when it rises, and sounded.
 * Leads acknowledge it here, wherever they are.
 */
export function UrgentAlarm() {
  useRinging()
  const urgents = useConsole(({ crisis }) => (crisis === null ? [] : openUrgents(crisis.calls)))
  return (
    <>
      {urgents.map((urgent) => (
        <Told key={urgent.id} urgent={urgent} />
      ))}
      <UrgentBands />
    </>
  )
}

/** The same bands, for whatever stands over the screen. */
export function UrgentBands() {
  const urgents = useConsole(({ crisis }) => (crisis === null ? [] : openUrgents(crisis.calls)))
  return urgents.map((urgent) => <Band key={urgent.id} urgent={urgent} />)
}

function Told({ urgent }: Readonly<{ urgent: Urgent }>) {
  const spoken = useLatestWords(useSentence(urgent))
  useEffect(() => announce(spoken.current, 'assertive'), [spoken])
  return null
}

function useSentence({ commune, by }: Urgent): string {
  const said = useWords(words)
  return said.said(commune === null ? '' : said.at(commune.name), useName()(by))
}

function Band({ urgent }: Readonly<{ urgent: Urgent }>) {
  const said = useWords(words)
  const nameOf = useName()
  const sentence = useSentence(urgent)
  const { by, raisedAt, commune, acknowledged } = urgent
  const seen =
    acknowledged === null
      ? said.notSeen
      : said.seen(nameOf(acknowledged.by), Math.round((acknowledged.at - raisedAt) / second))
  return (
    <section className="calls-alarm" aria-label={sentence}>
      <Icon name="alarm" size={24} />
      <p>
        <strong>{said.title}</strong> {[commune?.name, nameOf(by)].filter(Boolean).join(' · ')}
      </p>
      <ElapsedClock since={raisedAt} label={said.timer} />
      <p className="calls-alarm__seen">{seen}</p>
      <AlarmActions urgent={urgent} />
    </section>
  )
}

function AlarmActions({ urgent }: Readonly<{ urgent: Urgent }>) {
  const said = useWords(words)
  const submit = useSubmit()
  const you = useConsole((view) => view.you)
  const may = useMay()
  const { id, acknowledged, ended } = urgent
  const isMine = you !== null && mayEnd(urgent, { by: you.person, roles: you.roles })
  const acknowledge = () => void submit({ type: 'calls.acknowledgeUrgent', urgent: id })
  const end = () => void submit({ type: 'calls.closeUrgent', urgent: id, end: { kind: 'settled' } })
  return (
    <>
      {may('calls.acknowledgeUrgent') && acknowledged === null ? (
        <Button kind="secondary" icon="check" onClick={acknowledge}>
          {said.acknowledge}
        </Button>
      ) : null}
      {ended === null && isMine && may('calls.closeUrgent') ? (
        <Button kind="tertiary" onClick={end}>
          {said.close}
        </Button>
      ) : null}
      {ended === null ? null : <span>{said.ended}</span>}
    </>
  )
}
