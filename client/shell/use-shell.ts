import { useNavigate } from '@tanstack/react-router'
import { useStore } from 'zustand'
import { postJson } from '#client/lib/api.ts'
import { useNow } from '#client/lib/clock.ts'
import { useInstallation, type Installation } from '#client/lib/installation.ts'
import { useLanguage, type Language } from '#client/lib/language.ts'
import type { DeskId } from '#client/shell/desks.ts'
import { thresholds, type Threshold } from '#client/shell/thresholds.ts'
import { waitingFor } from '#client/shell/waiting.ts'
import { words } from '#client/shell/words.ts'
import { consoleStore, followCrisis, stopConsole, type ConsoleStore } from '#client/sync/console.ts'
import { phaseLabels } from '#shared/activation/labels.ts'
import { roleLabels } from '#shared/access/labels.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { Crisis } from '#shared/state.ts'
import type { Replica } from '#shared/sync/replica.ts'
import type { You } from '#shared/sync/wire.ts'

/** The open crisis this console follows. */
export type ShellCrisis = Readonly<{
  id: string
  /** "Crue de l'Oise". */
  title: string
  /** In the reader's language: "Active". */
  phase: string
  mode: 'real' | 'exercise'
  /** The order's instant, milliseconds since the epoch. */
  t0: number
  /** The next deadline counted from T0; null when none is left. */
  next: Threshold | null
  /** Those that were kept. */
  kept: readonly Threshold[]
  /** When it was closed: its clock stands still. Null while it is open. */
  closedAt: number | null
}>

/**
 * `live`: entries arrive. `connecting`: first connection or a short cut. `offline`: one can keep working, commands wait
 * in the outbox. `other-person`: somebody else has signed in in this browser, and this tab stands still. `reload`: this build does not know an entry or the protocol, only a reload helps.
 */
export type ConnectionState = 'live' | 'connecting' | 'offline' | 'reload' | 'other-person'

type Session =
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'signedOut' }>
  | Readonly<{ status: 'signedIn'; name: string; role: string }>

/** What the shell shows around every desk. */
export type ShellView = Readonly<{
  installation: Installation
  /** `unknown` until the server has answered or the console's own memory has. */
  session: Session
  crisis: ShellCrisis | null
  /** Until the state has come nobody can say that there is no crisis. */
  isLoaded: boolean
  /** All open crises, to choose which one to follow. */
  crises: readonly Readonly<{ id: string; title: string; mode: 'real' | 'exercise' }>[]
  connection: ConnectionState
  /** False: the server is there and can record nothing (disk full, Redis away); reading goes on. */
  isStoring: boolean
  /** Commands typed here that the server has not acknowledged. */
  pending: number
  /** Some of it is in this page's memory alone, and its end would be the end of it. */
  isUnkept: boolean
  /** Who has signed in in this browser instead of whoever sits here; null: nobody. */
  otherPerson: string | null
  /** People here now. */
  present: number
  /** What waits for this person, by desk. */
  waiting: Readonly<Partial<Record<DeskId, number>>>
  /** Null: none, back to the list of crises. */
  chooseCrisis: (id: string | null) => void
  signOut: () => void
}>

/** The shell's one source: the console's store, in the reader's language. */
export function useShell(): ShellView {
  const installation = useInstallation()
  const language = useLanguage()
  const navigate = useNavigate()
  const store = useStore(consoleStore)
  const now = useNow(15_000)
  const { replica, line, outbox, present } = store
  const followed = replica.crisis === null ? undefined : replica.state.crises[replica.crisis]
  const waiting = outbox.filter(({ person, refusal }) => refusal === null && person === store.you?.person)
  return {
    installation,
    session: sessionOf(store, language),
    crisis: followed === undefined ? null : shellCrisis(replica, followed, language),
    isLoaded: replica.isLoaded,
    crises: Object.entries(replica.state.crises)
      .filter(([, { activation }]) => activation.closed === null)
      .map(([id, { activation }]) => ({ id, title: activation.title, mode: activation.kind })),
    connection: line === 'signed-out' ? 'connecting' : line,
    // A server that cannot be heard may have been mended since: what holds then is that the console is offline.
    isStoring: store.isStoring || line !== 'live',
    pending: waiting.length,
    // A server that answers has it before anyone has read this.
    isUnkept: (line !== 'live' || !store.isStoring) && waiting.some((item) => item.isUnkept),
    otherPerson: store.otherPerson,
    present: new Set(present.map(({ person }) => person)).size,
    waiting: waitingFor({ crisis: followed ?? null, standing: replica.state.standing }, store.you, now),
    chooseCrisis: (id) => followCrisis(id as CrisisId | null),
    signOut: () => {
      // Without the network the session ends at the server when it expires; here it ends now.
      void postJson('/api/access/sign-out', {})
        .catch(() => undefined)
        .then(stopConsole)
        .then(() => navigate({ to: '/connexion' }))
    },
  }
}

function sessionOf({ you, line }: ConsoleStore, language: Language): Session {
  if (line === 'signed-out') return { status: 'signedOut' }
  return you === null
    ? { status: 'unknown' }
    : { status: 'signedIn', name: you.name, role: rolesOf(you, language) }
}

function rolesOf({ roles }: You, language: Language): string {
  // The banner has room for one: a person with five roles would push the clock away.
  const [first, ...others] = roles.map((role) => roleLabels[role][language])
  return others.length === 0 ? (first ?? '') : `${first} ${words[language].andOthers(others.length)}`
}

function shellCrisis({ crisis: id, isLoaded }: Replica, crisis: Crisis, language: Language): ShellCrisis {
  const { title, phase, kind, t0, closed } = crisis.activation
  // Of a crisis that has just been chosen no more is known yet than what it is: its messages are still to come.
  const all = isLoaded ? thresholds(crisis) : []
  return {
    id: id ?? '',
    title,
    phase: closed === null ? phaseLabels[phase][language] : words[language].closed,
    mode: kind,
    t0,
    next: closed === null ? (all.find(({ keptAt }) => keptAt === null) ?? null) : null,
    kept: all.filter(({ keptAt }) => keptAt !== null),
    closedAt: closed?.at ?? null,
  }
}
