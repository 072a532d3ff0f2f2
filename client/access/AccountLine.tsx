import { useState } from 'react'
import { accountGrounds } from '#client/access/account-grounds.ts'
import { DeputyDialog } from '#client/access/DeputyDialog.tsx'
import { GraveNote } from '#client/access/GraveNote.tsx'
import { changeAccount, reissueLink, type Issued } from '#client/access/issued.ts'
import { RolesField } from '#client/access/RolesField.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { words } from '#client/access/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { announce } from '#client/ui/announce.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { roleLabels } from '#shared/access/labels.ts'
import type { Person } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

type AccountLineProps = Readonly<{ account: PersonId; person: Person; onIssued: (issued: Issued) => void }>

/** One account, and what an administrator may do with it. */
export function AccountLine({ account, person, onIssued }: AccountLineProps) {
  const { settings: said } = useWords(words)
  const both = useWords(bothWords)
  const language = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const { act, problem } = useAct()
  const request = useRequest()
  const [isNamingDeputy, setNamingDeputy] = useState(false)
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
          <Button kind="tertiary" size="small" onClick={() => setEditing(true)}>
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
          <Button kind="tertiary" size="small" onClick={() => setNamingDeputy(true)}>
            {both.deputy}
          </Button>
          <Button kind="tertiary" size="small" onClick={() => setClosing(true)}>
            {said.close}
          </Button>
        </span>
      )}
      <ActProblem text={problem} />
      <ActProblem text={request.error} />
      {isEditing ? (
        <EditDialog account={account} person={person} onIssued={onIssued} onClose={() => setEditing(false)} />
      ) : null}
      {isNamingDeputy ? (
        <DeputyDialog
          account={account}
          person={person}
          onIssued={onIssued}
          onClose={() => setNamingDeputy(false)}
        />
      ) : null}
      {isClosing ? <CloseDialog account={account} person={person} onClose={() => setClosing(false)} /> : null}
    </li>
  )
}

type DialogProps = Readonly<{ account: PersonId; person: Person; onClose: () => void }>

function CloseDialog({ account, person, onClose }: DialogProps) {
  const { settings: said } = useWords(words)
  const { act, problem, isSending } = useAct(onClose)
  const overtaken = useOvertaken(accountGrounds(account), isSending)
  return (
    <Dialog
      title={said.close}
      size="small"
      onClose={onClose}
      overtaken={overtaken}
      footer={
        <>
          <Button kind="danger" onClick={() => act({ type: 'access.closeAccount', account }, said.done)}>
            {said.close}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <p>{said.confirmClose(person.name)}</p>
      <ActProblem text={problem} />
    </Dialog>
  )
}

function EditDialog({ account, person, onIssued, onClose }: DialogProps & AccountLineProps) {
  const { settings: said, welcome } = useWords(words)
  const [name, setName] = useState(person.name)
  const [roles, setRoles] = useState(person.roles)
  const [isChecked, setChecked] = useState(false)
  const { run, error, isRunning } = useRequest()
  const overtaken = useOvertaken(accountGrounds(account), isRunning)
  const save = () => {
    setChecked(true)
    if (name.trim() === '' || roles.length === 0) return
    void run(async () => {
      const issued = await changeAccount({ account, name, roles })
      if (issued.request === null) announce(said.done, 'polite')
      onClose()
      onIssued(issued)
    })
  }
  return (
    <Dialog
      title={said.edit}
      onClose={onClose}
      overtaken={overtaken}
      footer={
        <>
          <Button onClick={save} disabled={isRunning}>
            {said.save}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <div className="access-form">
        <TextField
          label={welcome.name}
          value={name}
          maxLength={80}
          onChange={setName}
          error={isChecked && name.trim() === '' ? welcome.nameError : null}
        />
        <RolesField held={roles} onChange={setRoles} isChecked={isChecked} />
        <GraveNote given={roles} held={person.roles} />
        <ActProblem text={error} />
      </div>
    </Dialog>
  )
}
