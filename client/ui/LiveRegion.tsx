import { useStore } from '#client/lib/store.ts'
import { announcements } from '#client/ui/announce.ts'

/** Rendered once, by the shell, before anything is announced. */
export function LiveRegion() {
  const { polite, assertive } = useStore(announcements)
  return (
    <div className="fr-sr-only">
      <div role="status">{polite}</div>
      <div role="alert">{assertive}</div>
    </div>
  )
}
