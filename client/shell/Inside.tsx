import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { EmergencyBars, UrgentVoice } from '#client/calls/EmergencyBars.tsx'
import { useCommunesKept } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { Bands } from '#client/shell/Bands.tsx'
import { Banner } from '#client/shell/Banner.tsx'
import { Navigation } from '#client/shell/Navigation.tsx'
import { ShellKeys } from '#client/shell/ShellKeys.tsx'
import { useOwnKeys } from '#client/shell/use-own-keys.ts'
import { useShell, type ShellView } from '#client/shell/use-shell.ts'
import { useStoringAnnounced } from '#client/shell/use-storing-announced.ts'
import { useTitle } from '#client/shell/use-title.ts'
import { words } from '#client/shell/words.ts'
import { AboveDialogs } from '#client/ui/Dialog.tsx'
import { ExerciseBand } from '#client/ui/ExerciseBand.tsx'
import { shellLayer } from '#client/ui/keys.ts'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { KeyLayer } from '#client/ui/use-keys.ts'

/** The wall hangs in the room: no navigation, the whole screen. */
const wall = '/mur'

/** Around the screens of whoever has signed in. */
export function Inside() {
  const view = useShell()
  // The address whose screen is shown: while the next one loads, the frame must not change around the present one.
  const pathname = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname,
  })
  useOwnKeys()
  useTitle(view.crisis)
  useStoringAnnounced(view)
  useCommunesKept(view.session.status === 'signedIn')

  if (view.session.status === 'signedOut') return <Navigate to="/connexion" />
  return (
    <AboveDialogs value={<EmergencyBars />}>
      {view.crisis?.mode === 'exercise' ? <ExerciseBand /> : null}
      <UrgentVoice />
      {pathname === wall ? <Wall view={view} /> : <Framed view={view} />}
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
      <KeyLayer value={shellLayer}>
        <div className="shell__emergency">
          <EmergencyBars />
        </div>
        <ShellKeys />
      </KeyLayer>
      <Bands view={view} />
      <Navigation waiting={view.waiting} />
      <main id="content" className="shell__main" tabIndex={-1}>
        <Desk />
      </main>
    </div>
  )
}

/** Keeps the navigation's keys and the bands. */
function Wall({ view }: Readonly<{ view: ShellView }>) {
  return (
    <>
      <KeyLayer value={shellLayer}>
        <EmergencyBars />
        <ShellKeys />
      </KeyLayer>
      <Bands view={view} isWall />
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
