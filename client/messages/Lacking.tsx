import { useEffect } from 'react'
import { loadInstallation, useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { lackingWords } from '#client/messages/lacking-words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { lackingFor } from '#shared/messages/select.ts'
import type { Crisis } from '#shared/state.ts'

/** What keeps the texts of this crisis from going out, before anyone has written one: the rule is the server's. */
export function Lacking({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(lackingWords)
  const installation = useInstallation()
  const isLive = useConsole(({ connection }) => connection === 'live')
  const lacking = lackingFor('messages.publish', crisis, installation)
  // The server has been restarted with what was missing, perhaps.
  useEffect(() => {
    if (isLive && lacking !== undefined) void loadInstallation()
  }, [isLive, lacking])
  if (lacking === undefined) return null
  return (
    <Callout tone="danger" title={said[lacking].title}>
      {said[lacking].todo}
    </Callout>
  )
}
