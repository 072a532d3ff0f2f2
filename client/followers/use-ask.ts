import { useState } from 'react'
import { words } from '#client/followers/words.ts'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import type { FollowerName } from '#shared/followers/followers.ts'

/**
 * Asks the server something of a follower, once at a time. `done` is announced once the server has confirmed it, and only
 * then; `problem` says that it has not.
 */
export function useAsk(ask: (follower: FollowerName) => Promise<boolean>, done: string) {
  const { unconfirmed } = useWords(words)
  const [is, setIs] = useState<'quiet' | 'asking' | 'unconfirmed'>('quiet')
  const press = async (follower: FollowerName): Promise<boolean> => {
    if (is === 'asking') return false
    setIs('asking')
    const isDone = await ask(follower)
    if (isDone) announce(done, 'polite')
    setIs(isDone ? 'quiet' : 'unconfirmed')
    return isDone
  }
  return { press, problem: is === 'unconfirmed' ? unconfirmed : null }
}
