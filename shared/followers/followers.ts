/** What is derived from the journal, each by a follower of its own (server/followers). */
export type FollowerName = 'consoles' | 'register' | 'page' | 'keys' | 'snapshots' | 'sessions'

/** A follower that does not do its part at the moment. The journal is whole; what is missing is made up for. */
export type Trouble = Readonly<{
  follower: FollowerName
  /** Since when (ms). */
  since: number
  /**
   * `retried`: it fails or hangs. `parked`: it has for so long that a person should look; it is still tried again by
   * itself. `held`: it is to do nothing, by intention, until a person has released it.
   */
  is: 'retried' | 'parked' | 'held'
}>
