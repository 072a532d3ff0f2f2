import { EraseButton, EraseDialog } from '#client/access/EraseButton.tsx'
import { useState } from 'react'
import { MemberFields } from '#client/roster/MemberFields.tsx'
import { readForm, toForm, type FormProblems } from '#client/roster/member-form.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { words } from '#client/roster/words.ts'
import { loadPhoneReader } from '#client/lib/phone.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOvertaken, type Grounds } from '#client/sync/use-overtaken.ts'
import { useTyped } from '#client/sync/use-typed.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { joinMember } from '#shared/roster/select.ts'
import type { Member } from '#shared/roster/state.ts'

type MemberDialogProps = Readonly<{
  /** Null: somebody new. A member that another desk has just removed is undefined. */
  member: readonly [MemberId, Member | undefined] | null
  onClose: () => void
}>

/** One member of the pool: added, changed or taken out. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const said = useWords(words)
  const names = usePersonNames(useConsole((view) => view.state.standing.roster))
  const before = member?.[1] === undefined ? null : joinMember(member[1])
  const { typed, overtaken, problems, problem, save, act } = useMemberForm(member, onClose)
  const [isRemoving, setRemoving] = useState(false)
  const [isErasing, setErasing] = useState(false)
  const name = names.spoken(before)
  return (
    <Dialog
      title={member === null ? said.addTitle : name}
      onClose={typed.close}
      size="large"
      typed={typed}
      overtaken={overtaken}
      footer={
        <Foot
          onSave={() => void save()}
          onClose={typed.close}
          ofMember={
            member === null ? null : { onRemove: () => setRemoving(true), onErase: () => setErasing(true) }
          }
        />
      }
    >
      <ActProblem text={problem} />
      {isRemoving && member !== null ? (
        <Removal
          name={name}
          onKeep={() => setRemoving(false)}
          onRemove={() => act({ type: 'roster.remove', id: member[0] }, said.removed(name))}
        />
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <MemberFields form={typed.value} problems={problems} onChange={typed.set} />
        {/* Entrée in a field submits only where the form has a button of its own. */}
        <button type="submit" hidden>
          {said.save}
        </button>
      </form>
      {isErasing && member !== null ? (
        <EraseDialog subject={member[0]} onDone={typed.close} onClose={() => setErasing(false)} />
      ) : null}
    </Dialog>
  )
}

/** What is typed of a member, and its way to the server. */
function useMemberForm(member: MemberDialogProps['member'], onClose: () => void) {
  const said = useWords(words)
  const names = usePersonNames(useConsole((view) => view.state.standing.roster))
  const before = member?.[1] === undefined ? null : joinMember(member[1])
  const [problems, setProblems] = useState<FormProblems>({})
  const grounds = memberGrounds(member)
  const typed = useTyped({
    name: `member-1.${member?.[0] ?? 'new'}`,
    initial: () => toForm(before),
    grounds,
    onClose,
  })
  const { act, problem, isSending } = useAct(onClose, typed)
  const overtaken = useOvertaken(grounds, isSending, typed.on)
  const save = async () => {
    typed.lock(true)
    const reader = await loadPhoneReader().finally(() => typed.lock(false))
    const reading = readForm(typed.value, before, reader)
    setProblems(reading.ok ? {} : reading.problems)
    if (!reading.ok) return
    const command =
      member === null
        ? ({ type: 'roster.add', member: reading.member } as const)
        : ({ type: 'roster.change', id: member[0], member: reading.member } as const)
    act(command, said.saved(names.spoken(reading.member)))
  }
  return { typed, overtaken, problems, problem, save, act }
}

/** The member as they were when the form was opened: two who change one would each write over the other. */
function memberGrounds(member: MemberDialogProps['member']): Grounds | null {
  if (member === null) return null
  const [id] = member
  return {
    fact: ({ state }) => JSON.stringify(state.standing.roster.members[id] ?? null),
    isChangedBy: (event) => 'member' in event && event.member === id,
  }
}

type FootProps = Readonly<{
  onSave: () => void
  onClose: () => void
  /** Null: there is nobody yet to take out. */
  ofMember: Readonly<{ onRemove: () => void; onErase: () => void }> | null
}>

function Foot({ onSave, onClose, ofMember }: FootProps) {
  const said = useWords(words)
  useKeys({ '$mod+Enter': { label: said.save, run: onSave } })
  return (
    <>
      <Button keys="$mod+Enter" onClick={onSave}>
        {said.save}
      </Button>
      <Button kind="secondary" onClick={onClose}>
        {said.cancel}
      </Button>
      {ofMember === null ? null : (
        <>
          <Button kind="tertiary" icon="trash" onClick={ofMember.onRemove}>
            {said.remove}
          </Button>
          <EraseButton onAsk={ofMember.onErase} />
        </>
      )}
    </>
  )
}

type RemovalProps = Readonly<{ name: string; onKeep: () => void; onRemove: () => void }>

function Removal({ name, onKeep, onRemove }: RemovalProps) {
  const said = useWords(words)
  return (
    <Callout
      tone="warning"
      title={said.removeSure(name)}
      action={
        <>
          <Button kind="danger" size="small" onClick={onRemove}>
            {said.remove}
          </Button>
          <Button kind="secondary" size="small" onClick={onKeep}>
            {said.keep}
          </Button>
        </>
      }
    >
      {said.removeTeaches}
    </Callout>
  )
}
