import { useState } from 'react'
import { AccountDialog, type AccountQuestion } from '#client/access/AccountDialog.tsx'
import { AccountLine } from '#client/access/AccountLine.tsx'
import { InviteForm } from '#client/access/InviteForm.tsx'
import { isToKeep, type Issued } from '#client/access/issued.ts'
import { PersonalLink } from '#client/access/PersonalLink.tsx'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { fold } from '#shared/lib/fold.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** Everybody's accounts: invite, change roles, force a new password, sign out everywhere, close. */
export function Accounts() {
  const { settings: said } = useWords(words)
  const { people, isLoaded } = useConsole(({ state, isLoaded }) => ({
    people: state.standing.people,
    isLoaded,
  }))
  const [query, setQuery] = useState('')
  const [isInviting, setInviting] = useState(false)
  const [asked, setAsked] = useState<AccountQuestion | null>(null)
  // Each is shown once: nothing but the hand that has handed it over takes it from the screen.
  const [issued, setIssued] = useState<readonly Issued[]>([])
  const keep = (one: Issued) => {
    if (isToKeep(one)) setIssued((before) => [one, ...before])
  }
  const found = Object.entries(people)
    .filter(([, { name, login }]) => fold(`${name} ${login}`).includes(fold(query)))
    .sort(([, a], [, b]) => Number(a.closed) - Number(b.closed) || a.name.localeCompare(b.name, 'fr'))
  return (
    <Panel title={said.accounts}>
      <div className="ui-line ui-line--apart">
        <SearchField keys="/" label={said.search} value={query} onChange={setQuery} />
        <Button kind="secondary" icon="add" onClick={() => setInviting(!isInviting)}>
          {said.newAccount}
        </Button>
      </div>
      {issued.map((one) => (
        <PersonalLink
          key={one.token ?? one.request}
          issued={one}
          onClose={() => setIssued((before) => before.filter((other) => other !== one))}
        />
      ))}
      {isInviting ? (
        <InviteForm
          onIssued={(link) => {
            keep(link)
            setInviting(false)
          }}
          onCancel={() => setInviting(false)}
        />
      ) : null}
      {found.length > 0 ? null : isLoaded ? <p>{said.none}</p> : <LoadingState />}
      <ul className="access-rows">
        {found.map(([id, person]) => (
          <AccountLine key={id} account={id as PersonId} person={person} onIssued={keep} onAsk={setAsked} />
        ))}
      </ul>
      {asked === null ? null : <AccountDialog {...asked} onIssued={keep} onClose={() => setAsked(null)} />}
    </Panel>
  )
}
