import { useState } from 'react'
import { words } from '#client/access/two-people-words.ts'
import { now } from '#client/lib/clock.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { ChoiceDialog } from '#client/sync/ReasonDialog.tsx'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import type { Grounds } from '#client/sync/use-overtaken.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { isAtWork } from '#shared/access/deputies.ts'
import type { DeputyRole } from '#shared/access/grave.ts'
import { roleLabels } from '#shared/access/labels.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { hour } from '#shared/lib/time.ts'
import type { Crisis } from '#shared/state.ts'

/** Whether whoever is here may bring in a deputy, and one is confirmed who is not themselves. */
export function useMayBringIn(): boolean {
  const may = useMay()
  return (
    useConsole(({ state, you }) =>
      Object.entries(state.standing.people).some(
        ([id, { closed, deputyFor }]) => !closed && deputyFor.length > 0 && id !== you?.person,
      ),
    ) && may('access.switchOnDeputy')
  )
}

/** What switching one on or off stands on: who stands in now. */
const deputyGrounds: Grounds = {
  fact: ({ crisis }) => JSON.stringify(crisis?.deputies ?? null),
  isChangedBy: ({ type }) => type === 'access.deputySwitchedOn' || type === 'access.deputySwitchedOff',
}

/** Until when: a time typed at three in the morning would be one more thing to get wrong. */
const spans = ['closure', '2', '4', '8', '12'] as const
type Choice = Readonly<{ chosen: string; span: (typeof spans)[number] }>

type DeputySwitchProps = Readonly<{ crisis: Crisis; onClose: () => void }>

/** The one act that brings a confirmed deputy in; and the end of those who stand in. */
export function DeputySwitch({ crisis, onClose }: DeputySwitchProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { people, me } = useConsole(({ state, you }) => ({
    people: state.standing.people,
    me: you?.person ?? null,
  }))
  const options = Object.entries(people).flatMap(([id, { name, closed, deputyFor }]) =>
    closed || id === me
      ? []
      : deputyFor.map((role) => ({
          value: `${id} ${role}`,
          label: `${name} : ${roleLabels[role][language]}`,
        })),
  )
  const isMissing = ({ chosen }: Choice) => options.every(({ value }) => value !== chosen)
  const fields = (choice: Choice, choose: (choice: Choice) => void, isChecked: boolean) => (
    <>
      <SelectField
        label={said.who}
        // Of somebody who stands in for nobody any more nothing is shown, rather than somebody else.
        value={isMissing(choice) ? null : choice.chosen}
        options={options}
        error={isChecked && isMissing(choice) ? said.whoError : null}
        onChange={(chosen) => choose({ ...choice, chosen })}
      />
      <SelectField
        label={said.until}
        value={choice.span}
        options={spans.map((value) => ({
          value,
          label: value === 'closure' ? said.closure : said.hours(Number(value)),
        }))}
        onChange={(span) => choose({ ...choice, span })}
      />
    </>
  )
  return (
    <ChoiceDialog<Choice>
      title={said.switchTitle}
      hint={said.reasonHint}
      missing={said.reasonError}
      action={said.switchOn}
      grounds={deputyGrounds}
      choice={{ initial: { chosen: options[0]?.value ?? '', span: 'closure' }, fields, isMissing }}
      command={(reason, { chosen, span }) => {
        const [account, role] = chosen.split(' ') as [PersonId, DeputyRole]
        const until = span === 'closure' ? null : now() + Number(span) * hour
        return { type: 'access.switchOnDeputy', account, role, until, reason }
      }}
      done={said.switchedOn}
      onClose={onClose}
      below={<AtWork crisis={crisis} onDone={onClose} />}
    >
      <p>{said.switchWords}</p>
    </ChoiceDialog>
  )
}

/** Those at work when the question was opened, each to be ended by one press: the list stands still under the hand. */
function AtWork({ crisis, onDone }: Readonly<{ crisis: Crisis; onDone: () => void }>) {
  const said = useWords(words)
  const language = useLanguage()
  const people = useConsole(({ state }) => state.standing.people)
  const { act, problem, isSending } = useAct(onDone)
  const [atWork] = useState(() => crisis.deputies.filter((deputy) => isAtWork(deputy, { people, at: now() })))
  return (
    <>
      {atWork.map(({ account, role }) => (
        <Button
          key={`${account} ${role}`}
          kind="secondary"
          size="small"
          disabled={isSending}
          onClick={() => act({ type: 'access.switchOffDeputy', account, role }, said.switchedOff)}
        >
          {said.switchOff(people[account]?.name ?? '', roleLabels[role][language])}
        </Button>
      ))}
      <ActProblem text={problem} />
    </>
  )
}
