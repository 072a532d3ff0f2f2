import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { UrgentAlarm, UrgentBands } from '#client/calls/UrgentAlarm.tsx'
import { useCommunesKept } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { Bands } from '#client/shell/Bands.tsx'
import { Banner } from '#client/shell/Banner.tsx'
import { Navigation } from '#client/shell/Navigation.tsx'
import { ShellKeys } from '#client/shell/ShellKeys.tsx'
import { useOwnKeys } from '#client/shell/use-own-keys.ts'
import { useShell, type ShellView } from '#client/shell/use-shell.ts'
import { useStoringAnnounced } from '#client/shell/use-storing-announced.ts'
import { words } from '#client/shell/words.ts'
import { AboveDialogs } from '#client/ui/Dialog.tsx'
import { ExerciseBand } from '#client/ui/ExerciseBand.tsx'
import { useKeptFocus } from '#client/ui/kept-focus.ts'
import { shellLayer } from '#client/ui/keys.ts'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { KeyLayer, useKeyListener } from '#client/ui/use-keys.ts'

/** Screens shown to those who have not signed in yet: no navigation, nothing of the crisis. */
const outside = new Set(['/connexion', '/bienvenue'])
/** The wall hangs in the room: no navigation, the whole screen. */
const wall = '/mur'

export function Shell() {
  const view = useShell()
  // The address whose screen is shown: while the next one loads, the frame must not change around the present one.
  const pathname = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname,
  })
  useKeyListener()
  useKeptFocus()
  useOwnKeys()
  useTitle(view)
  useBrand(view.installation.stateBrand)
  useStoringAnnounced(view)
  useCommunesKept(view.session.status === 'signedIn')

  const isOutside = outside.has(pathname)
  if (view.session.status === 'signedOut' && !isOutside) return <Navigate to="/connexion" />
  return (
    <AboveDialogs value={isOutside ? null : <UrgentBands />}>
      {view.crisis?.mode === 'exercise' ? <ExerciseBand /> : null}
      {isOutside ? null : <UrgentAlarm />}
      {isOutside ? <Bare /> : pathname === wall ? <Bare view={view} /> : <Framed view={view} />}
      <LiveRegion within={null} />
    </AboveDialogs>
  )
}

function Framed({ view }: Readonly<{ view: ShellView }>) {
  const { skip } = useWords(words)
  return (
    <div className="shell">
      <a className="shell__skip" href="#content">
        {skip}
      </a>
      <Banner view={view} />
      <Bands view={view} />
      <Navigation waiting={view.waiting} />
      <KeyLayer value={shellLayer}>
        <ShellKeys />
      </KeyLayer>
      <main id="content" className="shell__main" tabIndex={-1}>
        <Desk />
      </main>
    </div>
  )
}

/** With a view: the wall, which keeps the navigation's keys and the bands. Without: nobody is here yet. */
function Bare({ view = null }: Readonly<{ view?: ShellView | null }>) {
  return (
    <>
      {view === null ? null : (
        <>
          <Bands view={view} isWall />
          <KeyLayer value={shellLayer}>
            <ShellKeys />
          </KeyLayer>
        </>
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main className="shell__bare" tabIndex={0}>
        <Desk />
      </main>
    </>
  )
}

function Desk() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Outlet />
    </Suspense>
  )
}

function useTitle({ crisis, installation }: ShellView): void {
  const { exercisePrefix, product } = useWords(words)
  useEffect(() => {
    const prefix = crisis?.mode === 'exercise' ? exercisePrefix : ''
    const name = ['', product].includes(installation.name) ? product : `${product} – ${installation.name}`
    document.title = prefix + (crisis === null ? name : `${crisis.title} – ${name}`)
  }, [crisis, installation, exercisePrefix, product])
}

/** Marianne is the State's typeface: only official installations may load it (see density.css). */
function useBrand(isState: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-state-brand', isState)
  }, [isState])
}
