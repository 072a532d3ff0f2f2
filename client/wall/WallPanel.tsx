import { useNavigate } from '@tanstack/react-router'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import { useDarkRoom } from '#client/wall/use-dark-room.ts'
import { WallCallbacks, WallCalls } from '#client/wall/WallCalls.tsx'
import { WallClock } from '#client/wall/WallClock.tsx'
import { WallMessage } from '#client/wall/WallMessage.tsx'
import { WallPosts } from '#client/wall/WallPosts.tsx'
import { words } from '#client/wall/words.ts'
import '#client/wall/wall.css'

/** The room's wall: read at five metres, nothing to press. Running emergencies stand above it, across the whole width. */
export function WallPanel() {
  const said = useWords(words)
  const navigate = useNavigate()
  const crisis = useConsole((view) => view.crisis)
  useDarkRoom()
  useKeys({ Escape: { label: said.leave, run: () => void navigate({ to: '/situation' }) } })
  return (
    <div className="wall">
      {crisis === null ? (
        <h1 className="wall__none">{said.noCrisis}</h1>
      ) : (
        <>
          <WallClock activation={crisis.activation} />
          <WallPosts crisis={crisis} />
          <WallCalls calls={crisis.calls} />
          <WallCallbacks calls={crisis.calls} />
          <WallMessage crisis={crisis} />
        </>
      )}
    </div>
  )
}
