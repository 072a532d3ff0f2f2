import { useEffect, useRef } from 'react'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/talkingpoints/words.ts'
import { announce } from '#client/ui/announce.ts'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

/** Whoever is speaking must hear that the words have changed, whatever they are looking at. */
export function useVersionAnnounced({ version, history }: TalkingPoints): void {
  const said = useWords(words)
  const shown = useRef(version)
  const [last] = history
  useEffect(() => {
    if (version <= shown.current || last === undefined) return
    shown.current = version
    const title = last.title ?? ''
    const sentence = {
      issued: said.announceNew(version, title),
      retracted: said.announceRetracted(version, title),
      forbidden: said.announceForbidden(version),
    }[last.change]
    announce(sentence, 'assertive')
  }, [version, last, said])
}
