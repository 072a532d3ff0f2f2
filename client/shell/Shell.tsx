import { Outlet } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useInstallation } from '#client/lib/installation.ts'
import { useKeptFocus } from '#client/ui/kept-focus.ts'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { useKeyListener } from '#client/ui/use-keys.ts'

/** Around every screen, signed in or not: keys, focus, and what is said aloud. */
export function Shell() {
  useKeyListener()
  useKeptFocus()
  useBrand(useInstallation().stateBrand)
  return (
    <>
      <Suspense fallback={<LoadingState />}>
        <Outlet />
      </Suspense>
      <LiveRegion within={null} />
    </>
  )
}

/** Marianne is the State's typeface: only official installations may load it (see tokens.css). */
function useBrand(isState: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-state-brand', isState)
  }, [isState])
}
