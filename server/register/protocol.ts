/** What the register and its worker say to each other: one method of the store, its arguments, its answer. */
import type { Store } from './store.ts'

export type Method = Exclude<keyof Store, 'close'> | 'reset' | 'close'

type Signatures = Pick<Store, Exclude<keyof Store, 'close'>> & {
  /** Throws everything away: the next entry projected is the journal's first. */
  reset(): void
  close(): void
}
export type Arguments<M extends Method> = Parameters<Signatures[M]>
export type Answer<M extends Method> = ReturnType<Signatures[M]>

export type Asked = Readonly<{ id: number; method: Method; args: readonly unknown[] }>
export type Answered = Readonly<{ id: number } & ({ value: unknown } | Failed)>

/** `isLost`: the file was damaged and has been made anew, empty. */
type Failed = Readonly<{ failure: string; isLost: boolean }>
