import { useEffect } from 'react'
import { useStore } from 'zustand'
import { consoleStore, sayDoing } from '#client/sync/console.ts'
import type { Present } from '#shared/sync/presence.ts'

export { handlerOf } from '#shared/sync/presence.ts'

export function usePresence(): readonly Present[] {
  return useStore(consoleStore, ({ present }) => present)
}

/** While mounted, others see that this person has `thing` in hand ("sheet:<id>"); null: nothing. */
export function useHandling(thing: string | null): void {
  useEffect(() => {
    const desk = () => location.pathname.split('/')[1] ?? ''
    sayDoing(desk(), thing === null ? [] : [thing])
    return () => sayDoing(desk(), [])
  }, [thing])
}
