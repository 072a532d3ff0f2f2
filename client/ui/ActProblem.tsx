import { Callout } from '#client/ui/Callout.tsx'

/** What an act came up against, null for nothing: it appears after the press, away from the focus, and is said at once. */
export function ActProblem({ text }: Readonly<{ text: string | null }>) {
  if (text === null) return null
  return (
    <div role="alert">
      <Callout tone="danger" title={text} />
    </div>
  )
}
