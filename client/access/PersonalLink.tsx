import { useEffect, useRef } from 'react'
import type { Issued } from '#client/access/issued.ts'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'

/** What came of an administrator's act, where there is something to keep: a one-time link, shown once, or half of one. */
export function PersonalLink({ issued, onClose }: Readonly<{ issued: Issued; onClose: () => void }>) {
  const { settings: said } = useWords(words)
  const both = useWords(bothWords)
  const { name, token, request } = issued
  const isHalf = request !== null
  const place = useRef<HTMLDivElement>(null)
  // Whoever pressed the button reads what they must keep before anything else.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Callout
        tone={isHalf ? 'info' : 'success'}
        title={isHalf ? both.requested(name) : said.link(name)}
        action={
          <Button kind="tertiary" size="small" onClick={onClose}>
            {both.close}
          </Button>
        }
      >
        {isHalf ? <p>{both.requestedWords}</p> : null}
        {token === null ? null : <Link token={token} kind={isHalf ? 'invitation-a-deux' : 'invitation'} />}
        {token === null ? null : <p>{isHalf ? both.half : said.once}</p>}
      </Callout>
    </div>
  )
}

function Link({ token, kind }: Readonly<{ token: string; kind: string }>) {
  const { settings: said } = useWords(words)
  const link = `${location.origin}/bienvenue#${kind}=${token}`
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    announce(said.copied, 'polite')
  }
  return (
    <>
      <p className="access-link">{link}</p>
      <Button kind="secondary" size="small" icon="link" onClick={() => void copy()}>
        {said.copy}
      </Button>
    </>
  )
}
