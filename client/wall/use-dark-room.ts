import { useEffect } from 'react'
import { theme } from '#client/lib/theme.ts'

/** The room is dark at night and the wall is its largest lamp: dark, unless this machine was told to be light. */
export function useDarkRoom(): void {
  useEffect(() => {
    if (theme.get() === 'light') return undefined
    const root = document.documentElement
    const before = root.getAttribute('data-fr-theme') ?? 'light'
    root.setAttribute('data-fr-theme', 'dark')
    return () => root.setAttribute('data-fr-theme', before)
  }, [])
}
