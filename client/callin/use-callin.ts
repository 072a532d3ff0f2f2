import { useState } from 'react'
import { serverNow, useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { useOutbox, useSubmit } from '#client/sync/use-submit.ts'
import { predictCallin, type Act } from '#client/callin/predict.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { announce } from '#client/ui/announce.ts'
import type { CallinCommand } from '#shared/callin/commands.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Crisis, Standing } from '#shared/state.ts'
import type { You } from '#shared/sync/wire.ts'

export type CallinDesk = Readonly<{
  /** With what this console has said and the server has not yet sent back: the next member is there at once. */
  crisis: Crisis
  standing: Standing
  you: You
  /** Members of whom something said here waits to be sent. */
  pending: ReadonlySet<MemberId>
  may: (type: CallinCommand['type']) => boolean
  act: (command: CallinCommand) => Promise<void>
  refusal: Refusal | null
  dismiss: () => void
}>

/** The call-in as this desk shows it; null while no crisis is followed. */
export function useCallin(): CallinDesk | null {
  const { crisis, followed, you, state } = useConsole((view) => view)
  const submit = useSubmit()
  const outbox = useOutbox()
  const explain = useRefusalWords()
  const may = useMay()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // Recorded, and not yet among the entries received: without them the last member would come back for a moment.
  const [recorded, setRecorded] = useState<readonly Act[]>([])
  if (crisis === null || you === null) return null

  const waiting = outbox.flatMap(({ envelope, madeAt, refusal: refused }) => {
    const isOurs =
      envelope.crisis === followed && envelope.command.type.startsWith('callin.') && refused === null
    return isOurs ? [{ command: envelope.command as CallinCommand, at: madeAt, until: Infinity }] : []
  })
  const acts = [...recorded.filter(({ until }) => until > state.seq), ...waiting]

  const act = async (command: CallinCommand) => {
    setRefusal(null)
    const at = serverNow()
    const sent = await submit(command)
    if (sent.status === 'refused') {
      setRefusal(sent.refusal)
      announce(explain(sent.refusal), 'assertive')
    }
    if (sent.status === 'recorded' && sent.seqs !== null) {
      const said = { command, at, until: sent.seqs[1] }
      setRecorded((earlier) => [...earlier.slice(-20), said])
    }
  }
  const { standing } = state
  return {
    crisis: predictCallin(crisis, acts, { standing, you }),
    standing,
    you,
    pending: new Set(waiting.flatMap(({ command }) => ('member' in command ? [command.member] : []))),
    may,
    act,
    refusal,
    dismiss: () => setRefusal(null),
  }
}
