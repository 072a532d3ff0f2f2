import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import {
  commandOf,
  emptyForm,
  faultsOf,
  proposeTitle,
  type ActivationForm,
} from '#client/activation/activation-form.ts'
import { natureWords } from '#client/activation/nature-words.ts'
import { OrderFields, ReadBack } from '#client/activation/OrderFields.tsx'
import { KindFields, MeansFields, WhatFields } from '#client/activation/WhatFields.tsx'
import { words } from '#client/activation/words.ts'
import { now, useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { wallTime } from '#client/lib/wall-time.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { followCrisis } from '#client/sync/console.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useKept } from '#client/sync/use-kept.ts'
import { useMayOpen } from '#client/sync/use-may.ts'
import { useOutbox, useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { OneZone } from '#client/ui/OneZone.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { TakenUp } from '#client/ui/TakenUp.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { hour } from '#shared/lib/time.ts'
import '#client/activation/activation.css'

/** One screen, top to bottom, by keyboard, in under a minute: the order, what, where, real or exercise, means. */
export function ActivationPanel() {
  const said = useWords(words)
  const isKnown = useConsole(({ you }) => you !== null)
  const mayOpen = useMayOpen().length > 0
  if (mayOpen || !isKnown) return <Order />
  return (
    <Screen title={said.title}>
      <EmptyState title={said.notYours} icon="flag">
        {said.whose}
      </EmptyState>
    </Screen>
  )
}

function Order() {
  const said = useWords(words)
  const { typed, form, title, set, faults, activate, state } = useActivation()
  useKeys({ '$mod+Enter': { label: said.activate, run: activate, whileTyping: 'fires' } })
  return (
    <OneZone title={said.title}>
      <ZoneHead title={said.title} />
      <form
        className="ui-zone__panel"
        onSubmit={(event) => {
          event.preventDefault()
          activate()
        }}
      >
        <ZoneBody>
          <div className="activation">
            <TakenUp typed={typed} />
            <OrderFields form={form} set={set} faults={faults} />
            <WhatFields form={form} title={title} set={set} faults={faults} />
            <KindFields form={form} set={set} faults={faults} />
            <MeansFields form={form} set={set} />
            <ReadBack form={form} set={set} faults={faults} />
          </div>
        </ZoneBody>
        <ZoneFoot>
          <Button type="submit" size="large" keys="$mod+Enter" disabled={state.isSending}>
            {state.isSending ? said.activating : said.activate}
          </Button>
          <Consequence form={form} title={title} />
          <ActProblem text={state.problem} />
        </ZoneFoot>
      </form>
    </OneZone>
  )
}

/** What is missing; once nothing is, what pressing the button will do, exactly. */
function Consequence({ form, title }: Readonly<{ form: ActivationForm; title: string }>) {
  const said = useWords(words)
  const at = useNow(15_000)
  const { kind, receivedAt: time, posts } = form
  const faults = faultsOf(form, title, at)
  if (faults.length > 0 || kind === null) {
    return <p>{said.missing(faults.map((fault) => said.lacking[fault]).join(', '))}</p>
  }
  const meant = kind === 'exercise' ? said.consequenceExercise : said.consequenceReal
  return <p>{said.consequence({ kind: meant, time, posts })}</p>
}

/** The order of another hour is another order; and what was read back is read back again before it is sent. */
function takenUp(form: ActivationForm, age: number): ActivationForm | null {
  return age > hour ? null : { ...form, readBack: false }
}

function useActivation() {
  const said = useWords(words)
  const labels = useWords(natureWords)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const navigate = useNavigate()
  const isKnown = useConsole(({ you }) => you !== null)
  const typed = useKept('activation-1', () => emptyForm(wallTime(now())), { takenUp })
  const { value: form, set: setForm, lock, handOver } = typed
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const title = form.title ?? proposeTitle(form, form.nature === null ? '' : labels[form.nature])
  const faults = isChecked ? faultsOf(form, title, now()) : []

  // A crisis has the id of the command that activated it.
  const goTo = async (crisis: CrisisId) => {
    followCrisis(crisis)
    announce(said.done(title), 'assertive')
    await navigate({ to: '/situation' })
  }
  useOnceOpened(problem === said.pending, (crisis) => void goTo(crisis))

  const send = async () => {
    const fields = document.querySelector('.activation')
    if (fields?.closest('form')?.reportValidity() === false) return
    setChecked(true)
    const command = commandOf(form, title, now())
    if (command === null) return focusFirstFault(fields)
    if (isSending || !isKnown) return
    setSending(true)
    lock(true)
    const sent = await submit(command, { onHeld: () => handOver(true) })
    setSending(false)
    lock(false)
    if (sent.status === 'refused') {
      handOver(false)
      return setProblem(explain(sent.refusal))
    }
    if (sent.status === 'pending') return setProblem(said.pending)
    await goTo(sent.id as string as CrisisId)
  }
  const set = (change: Partial<ActivationForm>) => setForm((before) => ({ ...before, ...change }))
  return { typed, form, title, set, faults, activate: () => void send(), state: { isSending, problem } }
}

/** Kept while the server was away, the order opens its crisis by itself: whoever gave it is taken there. */
function useOnceOpened(isKept: boolean, goTo: (crisis: CrisisId) => void): void {
  const waiting = useOutbox().find(
    ({ envelope, refusal }) => refusal === null && envelope.command.type === 'activation.open',
  )
  const [awaited, setAwaited] = useState<CrisisId | null>(null)
  if (isKept && waiting !== undefined && awaited === null)
    setAwaited(waiting.envelope.id as string as CrisisId)
  const isOpen = useConsole(({ state }) => awaited !== null && state.crises[awaited] !== undefined)
  const arrive = useEffectEvent(() => awaited !== null && goTo(awaited))
  useEffect(() => {
    if (isOpen) arrive()
  }, [isOpen])
}
