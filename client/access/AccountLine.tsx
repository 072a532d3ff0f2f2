import { useState } from 'react'
import type { AccountQuestion } from '#client/access/AccountDialog.tsx'
import { reissueLink, type Issued } from '#client/access/issued.ts'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Badge } from '#client/ui/Badge.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { words as uiWords } from '#client/ui/words.ts'
import { roleLabels } from '#shared/access/labels.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Person } from '#shared/access/state.ts'
import type { Command } from '#shared/command.ts'
import type { PersonId } from '#shared/lib/id.ts'

type AccountLineProps = Readonly<{
  account: PersonId
  person: Person
  onIssued: (issued: Issued) => void
  /** What is asked stands outside the line, which another name or a filter may take away. */
  onAsk: (question: AccountQuestion) => void
}>

/** One account: who, as what, how it stands, and what an administrator may do with it. */
export function AccountLine({ account, person, onIssued, onAsk }: AccountLineProps) {
  const { settings: said } = useWords(words)
  const both = useWords(bothWords)
  const { labelOf } = useWords(uiWords)
  const [done, setDone] = useState<string | null>(null)
  const { send, problem, kept } = useAct()
  const request = useRequest()
  const reissue = async () => onIssued(await reissueLink({ account, name: person.name }))
  const ask = (kind: AccountQuestion['kind']) => () => onAsk({ kind, account, person })
  const act = (label: string, command: Command) => async () => {
    setDone(null)
    const sent = await send(command, said.doneOf(label))
    if (sent.status === 'recorded') setDone(said.doneOf(label))
  }
  return (
    <li className="access-account">
      <span className="access-rows__who">
        <span className="access-rows__name">{person.name}</span>{' '}
        <span className="access-rows__detail">{person.login}</span>
      </span>
      <Roles person={person} />
      <span className="access-account__state">
        {person.closed ? <Badge tone="neutral">{said.closed}</Badge> : null}
        {person.alone === null || person.closed ? null : <Badge tone="warning">{both.alone}</Badge>}
        {done === null ? null : <Badge tone="success">{done}</Badge>}
        {kept === null ? null : <Badge tone="warning">{kept}</Badge>}
      </span>
      {person.closed ? null : (
        <Menu
          label={said.actions}
          name={labelOf(said.actions, person.name)}
          items={[
            { id: 'edit', label: said.edit, run: ask('edit') },
            { id: 'reissue', label: said.reissue, run: () => void request.run(reissue) },
            { id: 'deputy', label: both.deputy, run: ask('deputy') },
            ...(['unlock', 'expire', 'revoke'] as const).map((id) => ({
              id,
              label: said[id],
              run: () => void act(said[id], commands[id](account))(),
            })),
            { id: 'close', label: said.close, run: ask('close'), weight: 'grave' },
          ]}
        />
      )}
      <ActProblem text={problem} />
      <ActProblem text={request.error} />
    </li>
  )
}

/** What is done at once, by one press. */
const commands = {
  unlock: (account) => ({ type: 'access.unlock', account }),
  expire: (account) => ({ type: 'access.expirePassword', account }),
  revoke: (account) => ({ type: 'access.revokeSessions', account, except: null }),
} as const satisfies Record<string, (account: PersonId) => Command>

function Roles({ person }: Readonly<{ person: Person }>) {
  const both = useWords(bothWords)
  const language = useLanguage()
  const named = (roles: readonly Role[]) => roles.map((role) => roleLabels[role][language]).join(', ')
  return (
    <span className="access-account__roles">
      {named(person.roles)}
      {person.deputyFor.length === 0 ? null : (
        <span className="access-rows__detail">, {both.deputyFor(named(person.deputyFor))}</span>
      )}
    </span>
  )
}
