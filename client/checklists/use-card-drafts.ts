import { useState } from 'react'
import type { Role } from '#shared/access/roles.ts'
import type { Checklists, Step } from '#shared/checklists/state.ts'
import { canonical } from '#shared/lib/canonical.ts'
import { cleanLine } from '#shared/lib/clean-text.ts'

type Steps = readonly Step[]
type Draft = Readonly<{
  steps: Steps
  /** What was kept when it was begun, or taken note of since. */
  basedOn: Steps
  /** As it was last saved from here. */
  saved: Steps | null
}>

/** One role's card as it is being changed. */
export type CardDraft = Readonly<{
  steps: Steps
  /** Another person has saved this card since: its author chooses. */
  isOvertaken: boolean
  change: (steps: Steps) => void
  saving: () => void
  takeTheirs: () => void
  keepMine: () => void
}>

/**
 * Cards being changed, each until it is saved: another role may be looked at meanwhile. A card that its reader has not
 * touched follows what a colleague saves; one being changed waits for its author to choose.
 */
export function useCardDrafts(cards: Checklists) {
  const [drafts, setDrafts] = useState<ReadonlyMap<Role, Draft>>(new Map())
  const kept = (role: Role) => cards[role] ?? []
  const hold = (role: Role, draft: Draft | null) =>
    setDrafts((now) => {
      const next = new Map(now)
      if (draft === null || isSame(draft.steps, kept(role))) next.delete(role)
      else next.set(role, draft)
      return next
    })
  // Saved: nothing waits any more.
  const done = [...drafts].filter(
    ([role, { steps, saved }]) => steps === saved && isStored(saved, kept(role)),
  )
  done.forEach(([role]) => hold(role, null))

  const draftOf = (role: Role): CardDraft => {
    const found = drafts.get(role)
    const draft = found ?? { steps: kept(role), basedOn: kept(role), saved: null }
    const isOwn =
      isSame(draft.basedOn, kept(role)) || (draft.saved !== null && isStored(draft.saved, kept(role)))
    return {
      steps: draft.steps,
      isOvertaken: found !== undefined && !isOwn,
      change: (steps) => hold(role, { ...draft, steps }),
      saving: () => hold(role, { ...draft, saved: draft.steps }),
      takeTheirs: () => hold(role, null),
      keepMine: () => hold(role, { ...draft, basedOn: kept(role) }),
    }
  }
  return { draftOf, isChanged: (role: Role) => drafts.has(role) }
}

/** Spaces around a label are not stored. */
function isStored(saved: Steps, kept: Steps): boolean {
  return isSame(
    saved.map((step) => ({ ...step, label: cleanLine(step.label) })),
    kept,
  )
}

function isSame(one: Steps, other: Steps): boolean {
  return canonical(one) === canonical(other)
}
