import { IdentityFields, isIdentity, nobodyYet, type Identity } from '#client/access/IdentityFields.tsx'
import { GraveNote } from '#client/access/GraveNote.tsx'
import { createAccount, type Issued } from '#client/access/issued.ts'
import { RolesField } from '#client/access/RolesField.tsx'
import { useFirstField } from '#client/access/use-first-field.ts'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useKept } from '#client/sync/use-kept.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { TakenUp } from '#client/ui/TakenUp.tsx'
import type { Role } from '#shared/access/roles.ts'

const nobody: Readonly<{ identity: Identity; roles: readonly Role[] }> = { identity: nobodyYet, roles: [] }

type InviteFormProps = Readonly<{ onIssued: (issued: Issued) => void; onCancel: () => void }>

/** A new account and its one-time link. */
export function InviteForm({ onIssued, onCancel }: InviteFormProps) {
  const { settings: said } = useWords(words)
  const { value, set, ...typed } = useKept('invitation-1', () => nobody)
  const { identity, roles } = value
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: isIdentity(identity) && roles.length > 0,
    send: async () => {
      typed.lock(true)
      const issued = await createAccount({ ...identity, roles }).finally(() => typed.lock(false))
      typed.forget()
      onIssued(issued)
    },
  })
  return (
    <form ref={useFirstField()} className="access-form" onSubmit={submit}>
      <TakenUp typed={typed} />
      <IdentityFields
        typed={identity}
        onChange={(changed) => set({ identity: changed, roles })}
        isChecked={isChecked}
      />
      <RolesField held={roles} onChange={(held) => set({ identity, roles: held })} isChecked={isChecked} />
      <GraveNote given={roles} held={[]} />
      <ActProblem text={error} />
      <div className="ui-line">
        <Button type="submit" disabled={isRunning}>
          {said.invite}
        </Button>
        <Button
          kind="tertiary"
          onClick={() => {
            typed.forget()
            onCancel()
          }}
        >
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
