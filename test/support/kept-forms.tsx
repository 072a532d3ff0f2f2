import { fireEvent } from '@testing-library/react'
import type { ReactElement } from 'react'
import { AccountDialog } from '#client/access/AccountDialog.tsx'
import { DeputySwitch } from '#client/access/DeputySwitch.tsx'
import { InviteForm } from '#client/access/InviteForm.tsx'
import { DetailsDialog } from '#client/activation/DetailsDialog.tsx'
import { PhaseDialog } from '#client/activation/PhaseDialog.tsx'
import { InHandCard } from '#client/callin/InHandCard.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { CallbackActions } from '#client/calls/CallbackActions.tsx'
import { CardEditor } from '#client/checklists/CardEditor.tsx'
import { useCardDrafts } from '#client/checklists/use-card-drafts.ts'
import { NoteBox } from '#client/journal/NoteBox.tsx'
import { TemplateEditor } from '#client/messages/TemplateEditor.tsx'
import { MemberDialog } from '#client/roster/MemberDialog.tsx'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { useConsole } from '#client/sync/use-console.ts'
import { ForbiddenEditor } from '#client/talkingpoints/ForbiddenEditor.tsx'
import { calledOf } from '#shared/callin/select.ts'
import { findSheet } from '#shared/calls/select.ts'
import { hour } from '#shared/lib/time.ts'
import { commandId, sheetId, t0 } from './drafts.ts'
import { member, recruit } from './members.ts'
import { logCall, odile } from './sheets.ts'
import { player, Stage } from './stage.ts'

const every = ['admin', 'hr', 'comms', 'roomLead', 'switchboard', 'quality'] as const
export const author = player(1, ...every)
export const other = player(2, ...every)
const zoe = player(3, 'callTaker')
export const nothing = () => undefined

/** A night on which there is one of each thing that a form is about. */
export function night() {
  const stage = Stage.inCrisis()
  stage.welcome(zoe, 'Zoé Petit')
  for (const role of ['approver', 'comms'] as const) {
    const tokenHash = (role === 'comms' ? '1' : '2').repeat(64)
    stage.does(author, { type: 'access.nameDeputy', account: zoe.id, role, tokenHash })
  }
  const [id] = recruit(stage, member(1))
  stage.does(other, {
    type: 'checklists.save',
    role: 'switchboard',
    steps: [{ id: 'a', label: 'Ouvrir la salle', critical: false }],
  })
  stage.does(author, { ...logCall(), personal: odile, callback: { dueAt: t0 + hour } }, { id: commandId(7) })
  stage.does(author, { type: 'calls.takeCallback', sheet: sheetId(7) })
  const [template] = Object.values(stage.state.standing.templates)
  if (id === undefined || template === undefined || stage.crisis === null) throw new Error('an empty night')
  return { stage, id, template, crisis: stage.crisis }
}
export type Night = ReturnType<typeof night>

export type Form = Readonly<{
  show: (night: Night, onClose: () => void) => ReactElement
  /** Leads to its fields. */
  open?: () => void
  /** Where any word will not do. */
  typed?: Readonly<Record<string, string>>
  /** On the button that sends it; null: it stays until it is stored. */
  send: RegExp | null
  /** False: it has no way to be given up but to be emptied. */
  isLeft?: boolean
  /** What a colleague does to what it is about. */
  meanwhile?: (night: Night) => void
}>

function Card() {
  const role = 'switchboard'
  const { draftOf } = useCardDrafts(useConsole(({ state }) => state.standing.checklists))
  return (
    <CardEditor role={role} draft={draftOf(role)}>
      {null}
    </CardEditor>
  )
}

/** Who is in hand is Nom0001, whatever the crisis says. */
function Hand({ night: { stage, id } }: Readonly<{ night: Night }>) {
  const { standing } = stage.state
  const held = standing.roster.members[id]
  if (held === undefined) throw new Error('nobody in hand')
  const you = { person: author.id }
  const desk = { crisis: stage.it, standing, you, act: nothing, may: () => true, pending: new Set() }
  return (
    <InHandCard
      desk={desk as unknown as CallinDesk}
      id={id}
      member={held}
      called={calledOf(stage.it.callin, id)}
    />
  )
}

const numbers = {
  Portable: '06 39 98 00 09',
  Domicile: '01 99 00 00 09',
  Bureau: '01 99 00 00 08',
  Courriel: 'a@exemple.test',
  Distance: '12',
  'Temps de trajet': '13',
  'Dernière formation': '12/03/2025',
  'Ordre d’appel': '3',
}

/** Each way something is typed in a dialog or a form of its own, sheets and messages apart. */
export const forms: Readonly<Record<string, Form>> = {
  'a new member': {
    show: (_, onClose) => <MemberDialog member={null} onClose={onClose} />,
    typed: numbers,
    send: /^Enregistrer/,
  },
  'a member': {
    show: ({ stage, id }, onClose) => (
      <MemberDialog member={[id, stage.state.standing.roster.members[id]]} onClose={onClose} />
    ),
    typed: numbers,
    send: /^Enregistrer/,
    meanwhile: ({ stage, id }) =>
      stage.does(other, { type: 'roster.change', id, member: member(1, { service: 'SIDSIC' }) }),
  },
  'an account': {
    show: ({ stage }, onClose) => {
      const person = stage.state.standing.people[zoe.id]
      if (person === undefined) throw new Error('nobody')
      return <AccountDialog kind="edit" account={zoe.id} {...{ person, onClose }} onIssued={nothing} />
    },
    send: /^Enregistrer/,
    meanwhile: ({ stage }) =>
      stage.does(other, {
        type: 'access.changeAccount',
        account: zoe.id,
        name: 'Zoé',
        roles: ['callTaker'],
        tokenHash: null,
      }),
  },
  'an invitation': {
    show: (_, onClose) => <InviteForm onIssued={nothing} onCancel={onClose} />,
    typed: { Identifiant: 'luc' },
    send: /^Créer/,
  },
  'the crisis': {
    show: ({ stage }, onClose) => <DetailsDialog activation={stage.it.activation} onClose={onClose} />,
    send: /^Enregistrer/,
    meanwhile: ({ stage }) => {
      const { title, communes, crisisNumber, novi } = stage.it.activation
      stage.does(other, {
        type: 'activation.changeDetails',
        title,
        communes: [...communes],
        crisisNumber,
        novi,
        posts: 9,
      })
    },
  },
  'a reason': {
    show: (_, onClose) => (
      <ReasonDialog
        title="Rayer"
        action="Rayer la ligne"
        grounds={null}
        command={(reason) => ({ type: 'journal.strike', line: 1, reason })}
        onClose={onClose}
      />
    ),
    send: /^Rayer la ligne/,
  },
  'a reason and what is chosen': {
    show: ({ stage }, onClose) => <PhaseDialog phase={stage.it.activation.phase} onClose={onClose} />,
    send: /^Enregistrer/,
  },
  'a deputy': {
    show: ({ stage }, onClose) => <DeputySwitch crisis={stage.it} onClose={onClose} />,
    send: /^Ouvrir la suppléance/,
  },
  'a new template': {
    show: (_, onClose) => <TemplateEditor template={null} onClose={onClose} />,
    send: /^Enregistrer/,
  },
  'a template': {
    show: ({ template }, onClose) => <TemplateEditor template={template} onClose={onClose} />,
    send: /^Enregistrer/,
    meanwhile: ({ stage, template: { reviewed: _, id, ...parts } }) =>
      stage.does(other, { type: 'messages.saveTemplate', template: id, ...parts, title: 'Autre' }),
  },
  'what must not be said': {
    show: ({ stage }, onClose) => <ForbiddenEditor state={stage.it.talkingpoints} onClose={onClose} />,
    send: /^Enregistrer/,
    meanwhile: ({ stage }) =>
      stage.does(other, { type: 'talkingpoints.forbid', basedOn: 0, statements: ['Le barrage a cédé'] }),
  },
  'a reflex card': { show: () => <Card />, send: null, isLeft: false },
  'a line of the logbook': {
    show: ({ crisis }) => <NoteBox crisis={crisis} />,
    typed: { 'Heure du fait': '10:30' },
    send: /^Inscrire/,
    isLeft: false,
  },
  'from when a member can come': {
    show: (night) => <Hand night={night} />,
    open: () => press(/plus tard/),
    typed: { 'Disponible à partir de': '18:30' },
    send: /^Enregistrer/,
    isLeft: false,
  },
  'the note of a call-back': {
    show: ({ stage }) => {
      const sheet = findSheet(stage.it.calls, sheetId(7))
      if (sheet === null) throw new Error('no sheet')
      return <CallbackActions sheet={sheet} isBegun={false} />
    },
    send: /joint/,
    isLeft: false,
  },
}

export function button(said: RegExp): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('button:not([hidden])')].find(({ textContent }) =>
    said.test(textContent),
  )
}

export function press(said: RegExp) {
  const found = button(said)
  if (found === undefined) throw new Error(`no button says ${said}`)
  fireEvent.click(found)
}
