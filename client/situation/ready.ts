/** One thing that an activation stands on: how it is, and the screen where one mends it. */
export type Ready = Readonly<{
  text: string
  tone: 'danger' | 'warning' | 'success'
  /** Null: on the server's machine. */
  mend: 'roster' | 'templates' | 'settings' | null
}>
