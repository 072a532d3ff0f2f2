/**
 * The chain of CAP alerts that a message leaves behind: `Alert` for its first text, `Update` for each correction,
 * `Cancel` for its withdrawal. Each step names every earlier one, so that a receiver who missed some still knows what
 * is replaced.
 */
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'
import type { PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'
import { currentVersion } from '#shared/publicsite/select.ts'

/** What `references` lists of an alert: its name, its time and, among its facts, its sender. */
type CapName = Readonly<{ identifier: string; sentAt: number; facts: AlertFacts }>

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
  const alert: CapStep = {
    type: 'Alert',
    identifier: `${id}.1`,
    sentAt: first.sentAt,
    facts: first.alert,
    text: first,
  }
  const steps: [CapStep, ...CapStep[]] = [alert]
  for (const text of corrections) {
    const identifier = `${id}.${steps.length + 1}`
    const { sentAt, alert: facts, correction } = text
    const replaces = namesOf(steps)
    steps.push({ type: 'Update', identifier, sentAt, facts, text, note: correction ?? '', replaces })
  }
  if (withdrawn === null) return steps
  const { sentAt, reason: note, alert: facts } = withdrawn
  const identifier = `${id}.retrait`
  const text = currentVersion(message)
  return [...steps, { type: 'Cancel', identifier, sentAt, facts, text, note, replaces: namesOf(steps) }]
}

function namesOf([first, ...others]: readonly [CapStep, ...CapStep[]]): CapReferences {
  return [nameOf(first), ...others.map(nameOf)]
}

function nameOf({ identifier, sentAt, facts }: CapStep): CapName {
  return { identifier, sentAt, facts }
}
