import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'

export type IssuedLink = Readonly<{ name: string; token: string }>

/** A one-time link, shown once: the server keeps only its hash. */
export function PersonalLink({ issued }: Readonly<{ issued: IssuedLink }>) {
  const { settings: said } = useWords(words)
  const link = `${location.origin}/bienvenue#invitation=${issued.token}`
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    announce(said.copied, 'polite')
  }
  return (
    <Callout tone="success" title={said.link(issued.name)}>
      <p className="access-link">{link}</p>
      <p>{said.once}</p>
      <Button kind="secondary" size="small" icon="link" onClick={() => void copy()}>
        {said.copy}
      </Button>
    </Callout>
  )
}
