import { useState, type ReactNode } from 'react'
import { words } from '#client/checklists/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useMay, useRolesHere } from '#client/sync/use-may.ts'
import { useLookup } from '#client/sync/use-names.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { useTurned } from '#client/ui/use-turned.ts'
import { roleLabels } from '#shared/access/labels.ts'
import { roles, type Role } from '#shared/access/roles.ts'
import { mayTickOf, openCriticalSteps } from '#shared/checklists/select.ts'
import type { CrisisChecklists, Step } from '#shared/checklists/state.ts'
import { tellAuthor } from '#shared/journal/telling.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import '#client/checklists/checklists.css'

/** What is mine to do, then how far the others are; ticked live by anyone of the role, and by the room lead for whoever is missing. */
export function Checklists({ checklists }: Readonly<{ checklists: CrisisChecklists }>) {
  const said = useWords(words)
  const mine = useRolesHere()
  const isOpen = useMay()('checklists.tick')
  const present = roles.filter((role) => (checklists.lists[role]?.length ?? 0) > 0)
  const own = present.filter((role) => mine.includes(role))
  const others = present.filter((role) => !mine.includes(role))
  const card = (role: Role) => ({ role, checklists, mayTick: isOpen && mayTickOf(role, mine) })
  return (
    <Panel title={said.title}>
      {present.length === 0 ? <p>{said.empty}</p> : null}
      {own.map((role) => (
        <Own key={role} {...card(role)} />
      ))}
      {others.length === 0 ? null : (
        <section className="checklists__others" aria-label={said.others}>
          <h3>{said.others}</h3>
          {others.map((role) => (
            <Other key={role} {...card(role)} />
          ))}
        </section>
      )}
    </Panel>
  )
}

type CardProps = Readonly<{ role: Role; checklists: CrisisChecklists; mayTick: boolean }>

function Own({ role, checklists, mayTick }: CardProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { done, all } = progressOf(role, checklists)
  return (
    <section className="checklists__card" aria-label={roleLabels[role][language]}>
      <h3>
        <span className="checklists__role">{roleLabels[role][language]}</span>
        <span className="checklists__progress">{said.progress(done, all)}</span>
      </h3>
      <Steps role={role} checklists={checklists} mayTick={mayTick} />
    </section>
  )
}

/** One line and its bars; opened at once where a critical step waits that I may tick. */
function Other({ role, checklists, mayTick }: CardProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { done, all } = progressOf(role, checklists)
  const [isOpen, setOpen] = useState(
    () =>
      mayTick &&
      openCriticalSteps(checklists).some(({ id }) =>
        stepsOf(role, checklists).some((step) => step.id === id),
      ),
  )
  return (
    <details
      className="checklists__other"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span className="checklists__role">{roleLabels[role][language]}</span>
        <span className="checklists__bars" aria-hidden="true">
          {stepsOf(role, checklists).map(({ id }, n) => (
            <i key={id} className={n < done ? 'checklists__bar--done' : undefined} />
          ))}
        </span>
        <span className="checklists__progress">{said.progress(done, all)}</span>
      </summary>
      <Steps role={role} checklists={checklists} mayTick={mayTick} />
    </details>
  )
}

function Steps({ role, checklists, mayTick }: CardProps) {
  return stepsOf(role, checklists).map((step) => (
    <StepLine key={step.id} step={step} tick={checklists.ticks[step.id] ?? null} mayTick={mayTick} />
  ))
}

function stepsOf(role: Role, { lists }: CrisisChecklists): readonly Step[] {
  return lists[role] ?? []
}

function progressOf(role: Role, checklists: CrisisChecklists): Readonly<{ done: number; all: number }> {
  const steps = stepsOf(role, checklists)
  return { done: steps.filter(({ id }) => checklists.ticks[id] !== undefined).length, all: steps.length }
}

type StepLineProps = Readonly<{
  step: Step
  tick: CrisisChecklists['ticks'][string] | null
  mayTick: boolean
}>

function StepLine({ step, tick, mayTick }: StepLineProps) {
  const said = useWords(words)
  const language = useLanguage()
  const format = useFormat()
  const lookup = useLookup()
  const ticked =
    tick === null
      ? null
      : said.tickedBy(tellAuthor(tick.by, lookup, language), format.instant(tick.at, 'time'))
  const label = (
    <>
      {bindSpaces(step.label)}{' '}
      {step.critical && tick === null ? <Badge tone="danger">{said.critical}</Badge> : null}
    </>
  )
  if (mayTick) return <TickBox step={step} label={label} ticked={ticked} />
  return (
    <p className="checklists__read">
      <Icon name={ticked === null ? 'open' : 'check'} />
      <span>
        {label} {ticked === null ? null : <span className="checklists__who">{ticked}</span>}
      </span>
    </p>
  )
}

type TickBoxProps = Readonly<{ step: Step; label: ReactNode; ticked: string | null }>

function TickBox({ step, label, ticked }: TickBoxProps) {
  const submit = useSubmit()
  const explain = useRefusalWords()
  const said = useWords(words)
  const { root, pressed } = useTurned(ticked !== null, `${step.label} : ${ticked ?? said.unticked}`)
  const change = async (isTicked: boolean) => {
    pressed()
    const sent = await submit({ type: isTicked ? 'checklists.tick' : 'checklists.untick', step: step.id })
    if (sent.status === 'refused') announce(explain(sent.refusal), 'assertive')
  }
  return (
    <div ref={root}>
      <CheckboxField
        label={label}
        hint={ticked ?? undefined}
        checked={ticked !== null}
        onChange={(isTicked) => void change(isTicked)}
      />
    </div>
  )
}
