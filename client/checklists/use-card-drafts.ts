import { useConsole } from '#client/sync/use-console.ts'
import { useKept } from '#client/sync/use-kept.ts'
import { roles, type Role } from '#shared/access/roles.ts'
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
  /** It differs from what is kept. */
  isChanged: boolean
  /** Another person has saved this card since: its author chooses. */
  isOvertaken: boolean
  change: (steps: Steps) => void
  saving: () => void
  takeTheirs: () => void
  keepMine: () => void
}>

const none: Readonly<Partial<Record<Role, Draft>>> = {}

/**
 * Cards being changed, each until it is saved: another role may be looked at meanwhile, or the page loaded again. A card that its reader has not
 * touched follows what a colleague saves; one being changed waits for its author to choose.
 */
export function useCardDrafts(cards: Checklists) {
  const { value: drafts, set: setDrafts } = useKept('cards-1', () => none)
  // Of a page that still loads nobody's card is known, and nobody has saved one.
  const isLoaded = useConsole((view) => view.isLoaded)
  const kept = (role: Role) => cards[role] ?? []
  const hold = (role: Role, draft: Draft | null) =>
    setDrafts(({ [role]: _, ...others }) =>
      draft === null || isSame(draft.steps, kept(role)) ? others : { ...others, [role]: draft },
    )
  // Saved: nothing waits any more.
  const done = roles.filter((role) => {
    const { steps, saved } = drafts[role] ?? { steps: [], saved: null }
    return saved !== null && isSame(steps, saved) && isStored(saved, kept(role))
  })
  done.forEach((role) => hold(role, null))

  const draftOf = (role: Role): CardDraft => {
    const found = drafts[role]
    const draft = found ?? { steps: kept(role), basedOn: kept(role), saved: null }
    const isOwn =
      isSame(draft.basedOn, kept(role)) || (draft.saved !== null && isStored(draft.saved, kept(role)))
    return {
      steps: draft.steps,
      isChanged: found !== undefined,
      isOvertaken: isLoaded && found !== undefined && !isOwn,
      change: (steps) => hold(role, { ...draft, steps }),
      saving: () => hold(role, { ...draft, saved: draft.steps }),
      takeTheirs: () => hold(role, null),
      keepMine: () => hold(role, { ...draft, basedOn: kept(role) }),
    }
  }
  return { draftOf, isChanged: (role: Role) => drafts[role] !== undefined }
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
