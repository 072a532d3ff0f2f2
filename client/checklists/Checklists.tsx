import type { ReactNode } from 'react'
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
import { mayTickOf } from '#shared/checklists/select.ts'
import type { CrisisChecklists, Step } from '#shared/checklists/state.ts'
import { tellAuthor } from '#shared/journal/telling.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import '#client/checklists/checklists.css'

/** Each role's card, one's own first; ticked live by anyone of the role, and by the room lead for whoever is missing. */
export function Checklists({ checklists }: Readonly<{ checklists: CrisisChecklists }>) {
  const said = useWords(words)
  const mine = useRolesHere()
  const isOpen = useMay()('checklists.tick')
  const present = roles.filter((role) => (checklists.lists[role]?.length ?? 0) > 0)
  const ordered = [
    ...present.filter((role) => mine.includes(role)),
    ...present.filter((role) => !mine.includes(role)),
  ]
  return (
    <Panel title={said.title}>
      {ordered.length === 0 ? <p>{said.empty}</p> : null}
      <div className="checklists">
        {ordered.map((role) => (
          <Card key={role} role={role} checklists={checklists} mayTick={isOpen && mayTickOf(role, mine)} />
        ))}
      </div>
    </Panel>
  )
}

type CardProps = Readonly<{ role: Role; checklists: CrisisChecklists; mayTick: boolean }>

function Card({ role, checklists: { lists, ticks }, mayTick }: CardProps) {
  const said = useWords(words)
  const language = useLanguage()
  const steps = lists[role] ?? []
  const done = steps.filter(({ id }) => ticks[id] !== undefined).length
  return (
    <section className="checklists__card" aria-label={roleLabels[role][language]}>
      <h3>
        <span className="checklists__role">{roleLabels[role][language]}</span>
        <span className="checklists__progress">{said.progress(done, steps.length)}</span>
      </h3>
      {steps.map((step) => (
        <StepLine key={step.id} step={step} tick={ticks[step.id] ?? null} mayTick={mayTick} />
      ))}
    </section>
  )
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
