import type { ReactNode } from 'react'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { words } from '#client/ui/words.ts'

type ErrorStateProps = Readonly<{
  /** What could not be done. */
  title: string
  /** What to do now. */
  children: ReactNode
  onRetry?: () => void
}>

export function ErrorState({ title, children, onRetry }: ErrorStateProps) {
  const { retry } = useWords(words)
  return (
    <div className="ui-state ui-tone--danger" role="alert">
      <Icon name="danger" size={32} />
      <p className="ui-state__title">{title}</p>
      <div className="ui-state__words">{children}</div>
      {onRetry === undefined ? null : (
        <Button kind="secondary" icon="refresh" onClick={onRetry}>
          {retry}
        </Button>
      )}
    </div>
  )
}
