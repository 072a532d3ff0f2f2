/**
 * The chain of CAP alerts that a message leaves behind: `Alert` for its first text, `Update` for each correction,
 * `Cancel` for its withdrawal. Each step names every earlier one, so that a receiver who missed some still knows what
 * is replaced.
 */
import type { PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'
import { currentVersion } from '#shared/publicsite/select.ts'

/** Name and time of an alert: with the sender, what `references` lists. */
type CapName = Readonly<{ identifier: string; sentAt: number }>

export type CapStep = CapName &
  (
    | Readonly<{ type: 'Alert'; text: PublicVersion }>
    | Readonly<{ type: 'Update'; text: PublicVersion; note: string; replaces: CapReferences }>
    | Readonly<{ type: 'Cancel'; text: PublicVersion; note: string; replaces: CapReferences }>
  )

/** Never empty: an Update or a Cancel without references is meaningless, and the schema would not see it. */
type CapReferences = readonly [CapName, ...CapName[]]

/** Oldest first. */
export function capSteps(message: PublicMessage): readonly CapStep[] {
  const { id, versions, withdrawn } = message
  const [first, ...corrections] = versions
  const alert: CapStep = { type: 'Alert', identifier: `${id}.1`, sentAt: first.publishedAt, text: first }
  const steps: [CapStep, ...CapStep[]] = [alert]
  for (const text of corrections) {
    const identifier = `${id}.${steps.length + 1}`
    const note = text.correction ?? ''
    steps.push({ type: 'Update', identifier, sentAt: text.publishedAt, text, note, replaces: namesOf(steps) })
  }
  if (withdrawn === null) return steps
  const cancel = { identifier: `${id}.retrait`, sentAt: withdrawn.at, note: withdrawn.reason }
  return [...steps, { type: 'Cancel', ...cancel, text: currentVersion(message), replaces: namesOf(steps) }]
}

function namesOf([first, ...others]: readonly [CapStep, ...CapStep[]]): CapReferences {
  return [nameOf(first), ...others.map(nameOf)]
}

function nameOf({ identifier, sentAt }: CapStep): CapName {
  return { identifier, sentAt }
}
