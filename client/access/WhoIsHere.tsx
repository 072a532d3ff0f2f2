import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { words } from '#client/access/words.ts'
import { getJson, postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { beginConsole, stopConsole } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'

type Me = Readonly<{ name: string; mustChangePassword: boolean }>

/** Before the form: who is signed in in this browser already, and goes on or makes room. Nobody: the form. */
export function WhoIsHere({ children }: Readonly<{ children: ReactNode }>) {
  const { signIn } = useWords(words)
  const navigate = useNavigate()
  const [me, setMe] = useState<Me | null>(null)
  useEffect(() => {
    getJson<Me>('/api/access/me').then(setMe, () => setMe(null))
  }, [])
  if (me === null || me.mustChangePassword) return children
  const goOn = async () => {
    await beginConsole()
    await navigate({ to: '/situation' })
  }
  const makeRoom = async () => {
    await postJson('/api/access/sign-out', {}).catch(() => undefined)
    await stopConsole()
    setMe(null)
  }
  return (
    <>
      <Callout tone="info" title={signIn.already(me.name)}>
        {signIn.alreadyHint}
      </Callout>
      <Button size="large" onClick={() => void goOn()}>
        {signIn.goOn(me.name)}
      </Button>
      <Button kind="secondary" onClick={() => void makeRoom()}>
        {signIn.changePerson}
      </Button>
    </>
  )
}
