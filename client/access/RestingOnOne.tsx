import { useState } from 'react'
import { Told, type Telling } from '#client/access/Told.tsx'
import { words } from '#client/access/two-people-words.ts'
import { now } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useLookup } from '#client/sync/use-names.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { roleLabels } from '#shared/access/labels.ts'
import type { Person } from '#shared/access/state.ts'
import { mayVouch, restingOnOne } from '#shared/access/two-people.ts'
import { tellAuthor } from '#shared/journal/telling.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** Accounts that could publish and that one person gave alone: before every approver's and administrator's eyes. */
export function RestingOnOne() {
  const said = useWords(words)
  const people = useConsole(({ state }) => state.standing.people)
  const [telling, setTelling] = useState<Telling | null>(null)
  const resting = restingOnOne(people)
  const mayLiftOne = useConsole(({ you }) =>
    resting.some(([account]) => you !== null && mayVouch(people, { person: you.person, account })),
  )
  if (resting.length === 0 && telling === null) return null
  return (
    <Panel title={said.resting}>
      {telling === null ? null : <Told key={telling.at} telling={telling} />}
      <p className="access-rows__detail">{mayLiftOne ? said.restingWords : said.restingForOthers}</p>
      <ul className="access-rows">
        {resting.map(([id, person]) => (
          <Row key={id} account={id} person={person} onTold={setTelling} />
        ))}
      </ul>
    </Panel>
  )
}

type RowProps = Readonly<{ account: PersonId; person: Person; onTold: (telling: Telling) => void }>

function Row({ account, person, onTold }: RowProps) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const lookup = useLookup()
  const mayLift = useConsole(
    ({ state, you }) => you !== null && mayVouch(state.standing.people, { person: you.person, account }),
  )
  const { act, problem, kept, isSending } = useAct(({ status }) => {
    if (status === 'recorded') onTold({ at: now(), title: person.name, body: said.vouched })
  })
  const { alone, name, roles } = person
  if (alone === null) return null
  const by = alone.by === 'system' ? said.fromMachine : said.aloneBy(tellAuthor(alone.by, lookup, language))
  return (
    <li className="access-account">
      <span className="access-rows__name">{name}</span>
      <span>{roles.map((role) => roleLabels[role][language]).join(', ')}</span>
      <span className="access-rows__detail">
        {by}, {format.instant(alone.at, 'dateTime')}
      </span>
      {mayLift ? (
        <Button
          kind="secondary"
          size="small"
          disabled={isSending}
          onClick={() => act({ type: 'access.vouch', account })}
        >
          {said.vouch}
        </Button>
      ) : null}
      <ActProblem text={problem} />
      {kept === null ? null : <Badge tone="warning">{kept}</Badge>}
    </li>
  )
}
