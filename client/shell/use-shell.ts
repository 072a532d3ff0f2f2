import type { DeskId } from '#client/shell/desks.ts'
import { useInstallation, type Installation } from '#client/lib/installation.ts'

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
  threshold: Readonly<{ label: string; within: number }> | null
}>

/**
 * `live`: entries arrive. `connecting`: first connection or a short cut. `offline`: one can keep working, commands wait
 * in the outbox. `reload`: this build does not know an entry or the protocol, only a reload helps.
 */
export type ConnectionState = 'live' | 'connecting' | 'offline' | 'reload'

/** What the shell shows around every desk. */
export type ShellView = Readonly<{
  installation: Installation
  /** `unknown` until the server has answered or the console's own memory has. */
  session:
    | Readonly<{ status: 'unknown' }>
    | Readonly<{ status: 'signedOut' }>
    | Readonly<{ status: 'signedIn'; name: string; role: string }>
  crisis: ShellCrisis | null
  /** All open crises, to choose which one to follow. */
  crises: readonly Readonly<{ id: string; title: string; mode: 'real' | 'exercise' }>[]
  connection: ConnectionState
  /** `refused`: the server cannot store anything new (disk full); reading goes on. */
  storage: 'ok' | 'refused'
  /** Commands typed here that the server has not acknowledged. */
  pending: number
  /** People here now. */
  present: number
  /** What waits for this person, by desk. */
  waiting: Readonly<Partial<Record<DeskId, number>>>
  chooseCrisis: (id: string) => void
  signOut: () => void
}>

/** The shell's one source. Before the connection exists: an installation, nobody, nothing open. */
export function useShell(): ShellView {
  return {
    installation: useInstallation(),
    session: { status: 'unknown' },
    crisis: null,
    crises: [],
    connection: 'connecting',
    storage: 'ok',
    pending: 0,
    present: 0,
    waiting: {},
    chooseCrisis: () => undefined,
    signOut: () => undefined,
  }
}
