import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { Seats } from '#client/ui/Seats.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import { words } from '#client/wall/words.ts'
import { coverage } from '#shared/callin/coverage.ts'
import type { Crisis } from '#shared/state.ts'

/** Are we covered? Posts as seats. */
export function WallPosts({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const { needed, atPost, coming } = coverage(crisis, useNow(15_000))
  return (
    <section className="wall__part">
      <Stat
        size="wall"
        label={said.posts}
        value={atPost}
        unit={said.of(needed)}
        detail={said.coming(coming)}
        tone={atPost >= needed ? 'success' : 'warning'}
      />
      <Seats size="wall" label={said.posts} filled={atPost} coming={coming} needed={needed} />
    </section>
  )
}
