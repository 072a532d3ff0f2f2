export type AccessRefusal =
  | 'access.already-set-up'
  | 'access.login-taken'
  | 'access.unknown-account'
  | 'access.account-closed'
  | 'access.invitation-invalid'
  | 'access.not-yours'
  | 'access.last-administrator'
