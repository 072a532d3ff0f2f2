/*
 * How consoles of one browser, and the service worker between two pages, pass on the keys of whoever sits there: from
 * memory to memory, through no file.
 */

/** `author`: given by the server, for what its person has begun and not said. `state`: drawn here, for what was last seen. */
export type Keys = Readonly<{ person: string; author: Uint8Array; state: Uint8Array }>

export type KeyMessage =
  | Readonly<{ type: 'told'; keys: Keys }>
  /** Whose keys are asked for; null: whoever sits here. */
  | Readonly<{ type: 'asked'; person: string | null }>
  /** Their console is closed by its person or by the server. */
  | Readonly<{ type: 'dropped'; person: string }>

/** A type, since the service worker, a file by itself, shares no code with the console. */
export type KeyChannel = 'cip-keys'
