import { useState } from 'react'
import { IdentityFields, isIdentity, nobodyYet } from '#client/access/IdentityFields.tsx'
import { GraveNote } from '#client/access/GraveNote.tsx'
import { createAccount, type Issued } from '#client/access/issued.ts'
import { RolesField } from '#client/access/RolesField.tsx'
import { useFirstField } from '#client/access/use-first-field.ts'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import type { Role } from '#shared/access/roles.ts'

type InviteFormProps = Readonly<{ onIssued: (issued: Issued) => void; onCancel: () => void }>

/** A new account and its one-time link. */
export function InviteForm({ onIssued, onCancel }: InviteFormProps) {
  const { settings: said } = useWords(words)
  const [identity, setIdentity] = useState(nobodyYet)
  const [roles, setRoles] = useState<readonly Role[]>([])
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: isIdentity(identity) && roles.length > 0,
    send: async () => onIssued(await createAccount({ ...identity, roles })),
  })
  return (
    <form ref={useFirstField()} className="access-form" onSubmit={submit}>
      <IdentityFields typed={identity} onChange={setIdentity} isChecked={isChecked} />
      <RolesField held={roles} onChange={setRoles} isChecked={isChecked} />
      <GraveNote given={roles} held={[]} />
      <ActProblem text={error} />
      <div className="access-rows__actions">
        <Button type="submit" disabled={isRunning}>
          {said.invite}
        </Button>
        <Button kind="tertiary" onClick={onCancel}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
