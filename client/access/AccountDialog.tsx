import { useState } from 'react'
import { accountGrounds } from '#client/access/account-grounds.ts'
import { DeputyDialog } from '#client/access/DeputyDialog.tsx'
import { GraveNote } from '#client/access/GraveNote.tsx'
import { changeAccount, type Issued } from '#client/access/issued.ts'
import { RolesField } from '#client/access/RolesField.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { useTyped } from '#client/sync/use-typed.ts'
import { announce } from '#client/ui/announce.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { words as uiWords } from '#client/ui/words.ts'
import type { Person } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** What is asked of one account, as it was when it was asked. */
export type AccountQuestion = Readonly<{
  kind: 'edit' | 'deputy' | 'close'
  account: PersonId
  person: Person
}>

type IssuedProps = Readonly<{ onIssued: (issued: Issued) => void }>

export function AccountDialog({
  kind,
  ...asked
}: AccountQuestion & IssuedProps & Readonly<{ onClose: () => void }>) {
  if (kind === 'edit') return <EditDialog {...asked} />
  if (kind === 'deputy') return <DeputyDialog {...asked} />
  return <CloseDialog {...asked} />
}

type DialogProps = Omit<AccountQuestion, 'kind'> & Readonly<{ onClose: () => void }>

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

function EditDialog({ account, person, onIssued, onClose }: DialogProps & IssuedProps) {
  const { settings: said, welcome } = useWords(words)
  const { labelOf } = useWords(uiWords)
  const [isChecked, setChecked] = useState(false)
  const { run, error, isRunning } = useRequest()
  const typed = useTyped({
    name: `account-1.${account}`,
    initial: () => ({ name: person.name, roles: person.roles }),
    grounds: accountGrounds(account),
    onClose,
  })
  const overtaken = useOvertaken(accountGrounds(account), isRunning, typed.on)
  const { name, roles } = typed.value
  const save = () => {
    setChecked(true)
    if (name.trim() === '' || roles.length === 0) return
    void run(async () => {
      typed.lock(true)
      const issued = await changeAccount({ account, name, roles }).finally(() => typed.lock(false))
      if (issued.request === null) announce(said.done, 'polite')
      typed.close()
      onIssued(issued)
    })
  }
  return (
    <Dialog
      title={labelOf(said.edit, person.name)}
      onClose={typed.close}
      typed={typed}
      overtaken={overtaken}
      footer={
        <>
          <Button onClick={save} disabled={isRunning}>
            {said.save}
          </Button>
          <Button kind="tertiary" onClick={typed.close}>
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
          onChange={(changed) => typed.set({ name: changed, roles })}
          error={isChecked && name.trim() === '' ? welcome.nameError : null}
        />
        <RolesField
          held={roles}
          onChange={(held) => typed.set({ name, roles: held })}
          isChecked={isChecked}
        />
        <GraveNote given={roles} held={person.roles} />
        <ActProblem text={error} />
      </div>
    </Dialog>
  )
}
