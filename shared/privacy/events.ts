import type { SubjectId } from '#shared/lib/id.ts'

/**
 * The subject's personal data is no more: the journal destroys its key, register and caches drop its rows, consoles
 * show "donnée effacée".
 */
type Erased = Readonly<{ type: 'privacy.erased'; subject: SubjectId; reason: string }>

export type PrivacyEvent = Erased
