export type RosterRefusal =
  | 'roster.unknown-member'
  | 'roster.already-there'
  | 'roster.named-twice'
  | 'roster.too-many'
  | 'roster.erased'
