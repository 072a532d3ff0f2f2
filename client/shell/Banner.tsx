import { useWords } from '#client/lib/words.ts'
import { PersonMenu } from '#client/shell/PersonMenu.tsx'
import type { ConnectionState, ShellCrisis, ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { ThresholdBar } from '#client/ui/ThresholdBar.tsx'
import type { Tone } from '#client/ui/tone.ts'

/** The line that everybody sees on every desk: where, what, since when, until when, and whether it is live. */
export function Banner({ view }: Readonly<{ view: ShellView }>) {
  const said = useWords(words)
  return (
    <header className="shell__banner">
      <div className="shell__installation">
        {view.installation.stateBrand ? <StateBrand /> : null}
        <span>{view.installation.name === '' ? said.product : view.installation.name}</span>
      </div>
      {view.crisis === null ? (
        <p className="shell__no-crisis">{view.isLoaded ? said.noCrisis : ''}</p>
      ) : (
        <Crisis crisis={view.crisis} />
      )}
      <div className="shell__here">
        <Connection state={view.connection} pending={view.pending} />
        {view.present === 0 ? null : <span className="shell__present">{said.present(view.present)}</span>}
        <PersonMenu view={view} />
      </div>
    </header>
  )
}

function Crisis({ crisis }: Readonly<{ crisis: ShellCrisis }>) {
  const said = useWords(words)
  return (
    <div className="shell__crisis">
      <p className="shell__title">
        <strong>{crisis.title}</strong>
        <span className="shell__phase">{said.phase(crisis.phase)}</span>
      </p>
      <p className="shell__clock">
        <span>T0 +</span> <ElapsedClock since={crisis.t0} until={crisis.closedAt} label={said.clock} />
      </p>
      {crisis.threshold === null ? null : (
        <ThresholdBar since={crisis.t0} within={crisis.threshold.within} label={crisis.threshold.label} />
      )}
    </div>
  )
}

const connectionTone: Readonly<Record<ConnectionState, Tone>> = {
  live: 'success',
  connecting: 'neutral',
  offline: 'warning',
  reload: 'danger',
  'other-person': 'danger',
}

function Connection({ state, pending }: Readonly<{ state: ConnectionState; pending: number }>) {
  const said = useWords(words)
  return (
    <span className={`shell__connection ui-tone--${connectionTone[state]}`}>
      <span className={`shell__dot shell__dot--${state}`} aria-hidden="true" />
      {said.connection[state]}
      {pending === 0 ? null : <span className="shell__pending"> · {said.pending(pending)}</span>}
    </span>
  )
}

/** Only where the installation declares itself an official State site. */
function StateBrand() {
  return (
    <p className="fr-logo" translate="no">
      République
      <br />
      française
    </p>
  )
}
