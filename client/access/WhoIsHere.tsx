import { useEffect, useRef, useState, type ReactNode } from 'react'
import { words } from '#client/access/words.ts'
import { getJson, postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { stopConsole } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'

type Me = Readonly<{ name: string; mustChangePassword: boolean }>

type WhoIsHereProps = Readonly<{
  /** Goes to the screens. */
  enter: () => Promise<void>
  children: ReactNode
}>

/** Before the form: who is signed in in this browser already, and goes on or makes room. Nobody: the form. */
export function WhoIsHere({ enter, children }: WhoIsHereProps) {
  const [me, setMe] = useState<Me | null>(null)
  const isTouched = useRef(false)
  useEffect(() => {
    // Late: whoever writes has decided, and their Entrée is for their own name.
    const tell = (known: Me) => (isTouched.current ? undefined : setMe(known))
    getJson<Me>('/api/access/me').then(tell, () => undefined)
  }, [])
  if (me === null || me.mustChangePassword) {
    return (
      <div
        className="access-entrance__asked"
        onInput={() => {
          isTouched.current = true
        }}
      >
        {children}
      </div>
    )
  }
  return <AlreadyHere name={me.name} goOn={enter} onLeft={() => setMe(null)} />
}

type AlreadyHereProps = Readonly<{ name: string; goOn: () => Promise<void>; onLeft: () => void }>

function AlreadyHere({ name, goOn, onLeft }: AlreadyHereProps) {
  const { signIn } = useWords(words)
  const choices = useRef<HTMLDivElement>(null)
  // It takes the place of the form, whose first field had the focus.
  useEffect(() => choices.current?.querySelector('button')?.focus(), [])
  const makeRoom = async () => {
    await postJson('/api/access/sign-out', {}).catch(() => undefined)
    await stopConsole()
    onLeft()
  }
  return (
    <>
      <p>{signIn.already(name)}</p>
      <div className="access-form" ref={choices}>
        <Button size="large" keys="Enter" onClick={() => void goOn()}>
          {signIn.goOn(name)}
        </Button>
        <Button kind="secondary" size="large" onClick={() => void makeRoom()}>
          {signIn.changePerson}
        </Button>
      </div>
      <p className="access-entrance__help">{signIn.alreadyHint}</p>
    </>
  )
}
