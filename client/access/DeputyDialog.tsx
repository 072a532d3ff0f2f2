import { accountGrounds } from '#client/access/account-grounds.ts'
import { nameDeputy, type Issued } from '#client/access/issued.ts'
import { words } from '#client/access/two-people-words.ts'
import { useRequest } from '#client/access/use-request.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { deputyRoles, type DeputyRole } from '#shared/access/grave.ts'
import { roleLabels } from '#shared/access/labels.ts'
import type { Person } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

type DeputyDialogProps = Readonly<{
  account: PersonId
  person: Person
  onIssued: (issued: Issued) => void
  onClose: () => void
}>

/** In quiet times: whom this account may stand in for, once two people have said so. */
export function DeputyDialog({ account, person, onIssued, onClose }: DeputyDialogProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { run, error, isRunning } = useRequest()
  const { act, problem, isSending } = useAct(onClose)
  const overtaken = useOvertaken(accountGrounds(account), isRunning || isSending)
  const name = (role: DeputyRole) =>
    void run(async () => {
      const issued = await nameDeputy({ account, name: person.name }, role)
      if (issued.request === null) announce(said.named, 'polite')
      onClose()
      onIssued(issued)
    })
  return (
    <Dialog
      title={said.deputyTitle(person.name)}
      onClose={onClose}
      overtaken={overtaken}
      footer={
        <Button kind="tertiary" onClick={onClose}>
          {said.close}
        </Button>
      }
    >
      <div className="access-form">
        <p>{said.deputyWords}</p>
        {deputyRoles
          .filter((role) => !person.roles.includes(role))
          .map((role) =>
            person.deputyFor.includes(role) ? (
              <Button
                key={role}
                kind="secondary"
                onClick={() => act({ type: 'access.dismissDeputy', account, role }, said.dismissed)}
              >
                {said.dismissDeputy(roleLabels[role][language])}
              </Button>
            ) : (
              <Button key={role} disabled={isRunning} onClick={() => name(role)}>
                {said.nameDeputy(roleLabels[role][language])}
              </Button>
            ),
          )}
        <ActProblem text={error} />
        <ActProblem text={problem} />
      </div>
    </Dialog>
  )
}
