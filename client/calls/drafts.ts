import { v7 } from 'uuid'
import { draftOf, emptyDraft, isBlank, withoutPeople, type Draft, type Owner } from '#client/calls/draft.ts'
import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { now as clockNow } from '#client/lib/clock.ts'
import { heldKeys } from '#client/lib/keyring.ts'
import { sealedStore } from '#client/lib/sealed-database.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { canonical } from '#shared/lib/canonical.ts'
import type { CrisisId, PersonId, SubjectId } from '#shared/lib/id.ts'

/*
 * The sheets this person has begun on this machine: several at once, kept sealed at each keystroke, gone once
 * recorded. One of them is on the table.
 */

export type Desk = Readonly<{
  person: PersonId
  crisis: CrisisId
  /** Oldest first. Never empty: there is always a sheet on the table. */
  drafts: readonly Draft[]
  active: Draft['id']
}>

const desk = createPersonalStore<Desk | null>(null)
const store = sealedStore<Draft>('drafts', 'author')
/** Of the draft that was written in last, which is kept whole at each keystroke. */
const isUnkept = createPersonalStore(false)

/** Lays this person's drafts of this crisis on the desk. */
export async function openDesk(person: PersonId, crisis: CrisisId): Promise<void> {
  const kept = await store.all()
  const drafts = kept
    .filter((draft) => draft.person === person && draft.crisis === crisis)
    .sort((a, b) => a.madeAt - b.madeAt)
  const now = desk.get()
  if (now?.person === person && now.crisis === crisis) return
  // They left while it was read.
  if (heldKeys()?.person !== person) return
  const fresh = emptyDraft(newOwner({ person, crisis }))
  desk.set({ person, crisis, drafts: [...drafts, fresh], active: fresh.id })
}

export function useDesk(): Desk | null {
  return useStore(desk)
}

export function activeDraft({ drafts, active }: Desk): Draft | null {
  return drafts.find((draft) => draft.id === active) ?? null
}

/** As it stands, whatever is shown of it. */
export function draftNow(id: Draft['id']): Draft | null {
  return desk.get()?.drafts.find((draft) => draft.id === id) ?? null
}

export function changeDraft(id: Draft['id'], change: (draft: Draft) => Draft): void {
  update((now) => ({ ...now, drafts: now.drafts.map((draft) => (draft.id === id ? change(draft) : draft)) }))
  const draft = desk.get()?.drafts.find((one) => one.id === id)
  if (draft !== undefined) void (isBlank(draft) ? store.remove(id) : keep(draft))
}

/** A sheet for the call that comes in now; what was on the table stays among the drafts, unless it is blank. */
export function startDraft(startedAt: number | null): void {
  update((now) => lay(now, { ...emptyDraft(newOwner(now)), startedAt }))
}

export function startCorrection(sheet: Sheet): void {
  update((now) => lay(now, draftOf(sheet, newOwner(now))))
}

/** Back on the table, by its author's hand. Resolves once it is kept. */
export function takeUpDraft(draft: Draft): Promise<void> {
  update((now) => lay(now, draft))
  return keep(draft)
}

/** Refused by the server: on the table where nothing has begun, else beside it, since the hand may be in the next call. */
export function bringBack(draft: Draft): Promise<void> {
  update((now) => {
    if (now.person !== draft.person) return now
    const table = activeDraft(now)
    const isFree = table === null || (isBlank(table) && table.startedAt === null)
    return isFree ? lay(now, draft) : { ...now, drafts: [...now.drafts, draft] }
  })
  return keep(draft)
}

/** Somebody is erased: a correction of their sheet keeps its facts alone. Resolves to those that said more. */
export async function forgetInDrafts(subjects: readonly SubjectId[]): Promise<readonly Draft[]> {
  const stored = await store.all()
  // After the store has answered: the hand goes on meanwhile.
  const laid = desk.get()?.drafts ?? []
  const elsewhere = stored.filter(({ id }) => laid.every((draft) => draft.id !== id))
  const told = [...laid, ...elsewhere].filter(
    ({ corrects }) => corrects !== null && subjects.some((subject) => subject === corrects.sheet),
  )
  const kept = new Map(told.map((draft) => [draft.id, withoutPeople(draft)]))
  update((now) => ({ ...now, drafts: now.drafts.map((draft) => kept.get(draft.id) ?? draft) }))
  await Promise.all([...kept.values()].map(keep))
  return told.filter((draft) => canonical(draft) !== canonical(kept.get(draft.id)))
}

/** Recorded or thrown away. */
export function removeDraft(id: Draft['id']): void {
  update((now) => {
    const drafts = now.drafts.filter((draft) => draft.id !== id)
    return now.active === id ? lay({ ...now, drafts }, emptyDraft(newOwner(now))) : { ...now, drafts }
  })
  void store.remove(id)
}

function lay(now: Desk, draft: Draft): Desk {
  const others = now.drafts.filter((other) => other.id !== draft.id && !isBlank(other))
  return { ...now, drafts: [...others, draft], active: draft.id }
}

function update(change: (now: Desk) => Desk): void {
  const now = desk.get()
  if (now !== null) desk.set(change(now))
}

/** A new id, also for words that were refused: a refused id keeps its refusal for ever. */
export function newOwner({ person, crisis }: Pick<Owner, 'person' | 'crisis'>): Owner {
  return { id: v7() as Draft['id'], person, crisis, madeAt: clockNow() }
}

async function keep(draft: Draft): Promise<void> {
  const isKept = await store.put(draft.id, draft.person, draft).then(
    () => true,
    () => false,
  )
  if (desk.get()?.person === draft.person) isUnkept.set(!isKept)
}

/** Where the browser refuses, a draft lasts as long as the page: its author is told. */
export function useIsUnkept(): boolean {
  return useStore(isUnkept)
}
