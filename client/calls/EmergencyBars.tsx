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
import { useJustReplaced } from '#client/ui/use-just-replaced.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import '#client/calls/alarm.css'
import { mayEnd } from '#shared/calls/authority.ts'
import { openUrgents } from '#shared/calls/select.ts'
import type { Urgent } from '#shared/calls/state.ts'
import { second } from '#shared/lib/time.ts'

/** Every running emergency heard, on every screen of the room: told once, when it rises, and sounded. */
export function UrgentVoice() {
  useRinging()
  return useUrgents().map((urgent) => <Told key={urgent.id} urgent={urgent} />)
}

/**
 * Every running emergency seen, on every screen and over every dialog, until a lead has seen it and it is over: it pushes
 * what is under it down, and covers nothing. Leads take it here, wherever they are, the oldest by its key.
 */
export function EmergencyBars() {
  const urgents = useUrgents()
  const first = urgents.find(({ acknowledged }) => acknowledged === null)
  const isJustReplaced = useJustReplaced(first?.id ?? null)
  return urgents.map((urgent) => (
    <EmergencyBar
      key={urgent.id}
      urgent={urgent}
      isFirst={urgent === first}
      isJustReplaced={isJustReplaced}
    />
  ))
}

function useUrgents(): readonly Urgent[] {
  return useConsole(({ crisis }) => (crisis === null ? [] : openUrgents(crisis.calls)))
}

/** Takes the oldest emergency that nobody has taken. */
const take = 'Alt+a'

function Told({ urgent }: Readonly<{ urgent: Urgent }>) {
  const spoken = useLatestWords(useSentence(urgent))
  useEffect(() => announce(spoken.current, 'assertive'), [spoken])
  return null
}

function useSentence({ commune, by }: Urgent): string {
  const said = useWords(words)
  return said.said(commune === null ? '' : said.at(commune.name), useName()(by))
}

type BarProps = Readonly<{ urgent: Urgent; isFirst: boolean; isJustReplaced: () => boolean }>

function EmergencyBar({ urgent, ...place }: BarProps) {
  const said = useWords(words)
  const nameOf = useName()
  const sentence = useSentence(urgent)
  const { by, raisedAt, commune, acknowledged, ended } = urgent
  const who = ended === null ? said.onLine(nameOf(by)) : said.ended(nameOf(by))
  const seen =
    acknowledged === null
      ? said.notSeen
      : said.seen(nameOf(acknowledged.by), Math.round((acknowledged.at - raisedAt) / second))
  return (
    <section className="calls-alarm" aria-label={sentence}>
      <p className="calls-alarm__what">
        <Icon name="alarm" size={20} />
        <strong>{said.title}</strong>
        <ElapsedClock since={raisedAt} label={said.timer} isShort />
        <span className="calls-alarm__where">{commune?.name}</span>
      </p>
      <p className="calls-alarm__who">
        {who} {seen}
      </p>
      <AlarmActions urgent={urgent} {...place} />
    </section>
  )
}

function AlarmActions({ urgent, isFirst, isJustReplaced }: BarProps) {
  const said = useWords(words)
  const submit = useSubmit()
  const you = useConsole((view) => view.you)
  const may = useMay()
  const { id, acknowledged, ended } = urgent
  const isMine = you !== null && mayEnd(urgent, { by: you.person, roles: you.roles })
  const acknowledge = () => void submit({ type: 'calls.acknowledgeUrgent', urgent: id })
  const end = () => void submit({ type: 'calls.closeUrgent', urgent: id, end: { kind: 'settled' } })
  const mayTake = acknowledged === null && may('calls.acknowledgeUrgent')
  // A second press was meant for the one before: this one has not been read.
  const press = () => (isJustReplaced() ? announce(said.another, 'assertive') : acknowledge())
  useKeys(mayTake && isFirst ? { [take]: { label: said.acknowledge, run: press } } : {})
  return (
    <>
      {mayTake ? (
        <Button kind="secondary" icon="check" keys={isFirst ? take : undefined} onClick={acknowledge}>
          {said.acknowledge}
        </Button>
      ) : null}
      {ended === null && isMine && may('calls.closeUrgent') ? (
        <Button kind="secondary" onClick={end}>
          {said.close}
        </Button>
      ) : null}
    </>
  )
}
