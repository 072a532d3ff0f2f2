import type { AccountQuestion } from '#client/access/AccountDialog.tsx'
import { reissueLink, type Issued } from '#client/access/issued.ts'
import { useRequest } from '#client/access/use-request.ts'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { words } from '#client/access/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { roleLabels } from '#shared/access/labels.ts'
import type { Person } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

type AccountLineProps = Readonly<{
  account: PersonId
  person: Person
  onIssued: (issued: Issued) => void
  /** What is asked stands outside the line, which another name or a filter may take away. */
  onAsk: (question: AccountQuestion) => void
}>

/** One account, and what an administrator may do with it. */
export function AccountLine({ account, person, onIssued, onAsk }: AccountLineProps) {
  const { settings: said } = useWords(words)
  const both = useWords(bothWords)
  const language = useLanguage()
  const { act, problem } = useAct()
  const request = useRequest()
  const reissue = async () => onIssued(await reissueLink({ account, name: person.name }))
  return (
    <li>
      <span className="access-rows__who">
        <strong>{person.name}</strong> <span className="access-rows__detail">{person.login}</span>{' '}
        {person.alone === null || person.closed ? null : <Badge tone="warning">{both.alone}</Badge>}
        <br />
        {person.roles.map((role) => roleLabels[role][language]).join(', ')}
        {person.deputyFor.length === 0
          ? null
          : ` · ${both.deputyFor(person.deputyFor.map((role) => roleLabels[role][language]).join(', '))}`}
      </span>
      {person.closed ? (
        <Badge tone="neutral">{said.closed}</Badge>
      ) : (
        <span className="access-rows__actions">
          <Button kind="tertiary" size="small" onClick={() => onAsk({ kind: 'edit', account, person })}>
            {said.edit}
          </Button>
          <Button kind="tertiary" size="small" onClick={() => void request.run(reissue)}>
            {said.reissue}
          </Button>
          <Button
            kind="tertiary"
            size="small"
            onClick={() => act({ type: 'access.expirePassword', account }, said.done)}
          >
            {said.expire}
          </Button>
          <Button
            kind="tertiary"
            size="small"
            onClick={() => act({ type: 'access.unlock', account }, said.done)}
          >
            {said.unlock}
          </Button>
          <Button
            kind="tertiary"
            size="small"
            onClick={() => act({ type: 'access.revokeSessions', account, except: null }, said.done)}
          >
            {said.revoke}
          </Button>
          <Button kind="tertiary" size="small" onClick={() => onAsk({ kind: 'deputy', account, person })}>
            {both.deputy}
          </Button>
          <Button kind="tertiary" size="small" onClick={() => onAsk({ kind: 'close', account, person })}>
            {said.close}
          </Button>
        </span>
      )}
      <ActProblem text={problem} />
      <ActProblem text={request.error} />
    </li>
  )
}
