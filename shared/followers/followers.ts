/** What is derived from the journal, each by a follower of its own (server/followers). */
export type FollowerName = 'consoles' | 'register' | 'page' | 'keys' | 'snapshots'

/** A follower that cannot do its part at the moment. The journal is whole; what is missing is made up for. */
export type Trouble = Readonly<{
  follower: FollowerName
  /** Since when (ms). */
  since: number
  /** It has failed for so long that a person should look. It is still tried again by itself. */
  isParked: boolean
}>
