import type { Draft } from '#client/calls/draft.ts'
import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import type { Refusal } from '#shared/refusal.ts'

/* Why which sheet is before its author again. Several may be at once: an erasure takes the words of all it concerns. */

const refusals = createPersonalStore<ReadonlyMap<Draft['id'], Refusal>>(new Map())

export function noteRefusal(drafts: readonly Pick<Draft, 'id'>[], refusal: Refusal): void {
  refusals.set(new Map([...refusals.get(), ...drafts.map(({ id }) => [id, refusal] as const)]))
}

/** It is said again, put right. */
export function forgetRefusal(draft: Draft['id']): void {
  refusals.set(new Map([...refusals.get()].filter(([id]) => id !== draft)))
}

/** Null for a sheet that was not refused. */
export function useRefusalOf(draft: Draft['id']): Refusal | null {
  return useStore(refusals).get(draft) ?? null
}
