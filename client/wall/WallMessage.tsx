import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { Countdown } from '#client/ui/Countdown.tsx'
import { words } from '#client/wall/words.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { nextPointInForce } from '#shared/messages/next-point.ts'
import { latestOut } from '#shared/messages/select.ts'
import type { Crisis } from '#shared/state.ts'

/** What is out, in which version, and when the next point is due. */
export function WallMessage({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const format = useFormat()
  const now = useNow(1_000)
  const out = latestOut(crisis.messages)
  const next = nextPointInForce(crisis, now)
  return (
    <section className="wall__message">
      <div>
        <h2>
          {out === null ? said.message : said.publishedAt(format.instant(out.version.published.at, 'time'))}
        </h2>
        {out === null ? (
          <p className="wall__text wall__text--none">{said.noMessage}</p>
        ) : (
          <p className="wall__text">
            <strong>{said.version(out.message.versions.length)}</strong>{' '}
            {bindSpaces(out.version.content.title)}
          </p>
        )}
      </div>
      {next === null ? null : (
        <div className="wall__next">
          <h2>{said.nextPoint}</h2>
          <Countdown until={next.dueAt} label={said.nextPoint} />
          <p className="wall__aside">{format.instant(next.dueAt, 'time')}</p>
        </div>
      )}
    </section>
  )
}
