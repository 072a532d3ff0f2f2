import { Outlet } from '@tanstack/react-router'
import { useTitle } from '#client/shell/use-title.ts'

/** Around the screens of those who have not signed in yet: no navigation, nothing of the crisis, and none of its scripts. */
export function Outside() {
  useTitle(null)
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <main className="shell__bare" tabIndex={0}>
      <Outlet />
    </main>
  )
}
