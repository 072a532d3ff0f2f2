import { useLayoutEffect, useRef, useState } from 'react'
import { onAnnounce, type Announcement } from '#client/ui/announce.ts'
import { onModals, topModal } from '#client/ui/modals.ts'

/**
 * Where announcements are read from: one in the shell (`within` null), there before anything is announced, and one in
 * each dialog, since all that is outside an open dialog is inert and silent. Only the one on top speaks; what it could
 * not say meanwhile it tells again when it is on top again.
 */
export function LiveRegion({ within }: Readonly<{ within: string | null }>) {
  const { polite, assertive } = useSpoken(within)
  return (
    <div className="fr-sr-only">
      <div role="status">{polite}</div>
      <div role="alert">{assertive}</div>
    </div>
  )
}

type Spoken = Readonly<{ polite: string; assertive: string }>

function useSpoken(within: string | null): Spoken {
  const [spoken, setSpoken] = useState<Spoken>({ polite: '', assertive: '' })
  const missed = useRef<readonly Announcement[]>([])
  useLayoutEffect(() => {
    const isHeard = () => topModal() === within
    const say = (text: string, where: keyof Spoken) =>
      setSpoken((before) => ({ ...before, [where]: differing(text, before[where]) }))
    const stopHearing = onAnnounce((one) => {
      if (isHeard()) say(one.text, one.politeness === 'assertive' ? 'assertive' : 'polite')
      else missed.current = [...missed.current, one]
    })
    const stopWatching = onModals(() => {
      if (!isHeard() || missed.current.length === 0) return
      const { polite, assertive } = toTellAgain(missed.current)
      missed.current = []
      if (polite !== '') say(polite, 'polite')
      if (assertive !== '') say(assertive, 'assertive')
    })
    return () => {
      stopHearing()
      stopWatching()
    }
  }, [within])
  return spoken
}

/** Everything that had to be acted on, once each, and the last of what could wait. */
function toTellAgain(missed: readonly Announcement[]): Spoken {
  const urgent = missed.filter(({ politeness }) => politeness === 'assertive').map(({ text }) => text)
  return {
    assertive: [...new Set(urgent)].join(' '),
    polite: missed.findLast(({ politeness }) => politeness === 'polite')?.text ?? '',
  }
}

/**
 * Screen readers stay silent when a region's text does not change: the same sentence said twice differs by a trailing
 * space they do not pronounce.
 */
function differing(text: string, before: string): string {
  return text === before ? `${text}\u00A0` : text
}
