import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Connection } from '#client/shell/Connection.tsx'
import { PersonMenu } from '#client/shell/PersonMenu.tsx'
import type { ShellCrisis, ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { ThresholdBar } from '#client/ui/ThresholdBar.tsx'

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
      <Thresholds crisis={crisis} />
    </div>
  )
}

/** The one deadline that comes next; once none is left, when each was kept. */
function Thresholds({ crisis: { t0, next, kept } }: Readonly<{ crisis: ShellCrisis }>) {
  const said = useWords(words)
  const hours = useHours()
  return (
    <div className="shell__thresholds">
      {next === null ? (
        kept.map(({ id, keptAt }) => (
          <p key={id} className="shell__kept">
            <Icon name="check" />
            {said.threshold[id]} {hours.hour(keptAt ?? t0)}
          </p>
        ))
      ) : (
        <ThresholdBar since={t0} within={next.within} label={said.threshold[next.id]} />
      )}
    </div>
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
