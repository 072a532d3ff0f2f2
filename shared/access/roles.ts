/** The roles of domain.md 3.6. A person may hold several. */
export const roles = [
  'switchboard',
  'roomLead',
  'teamLead',
  'callTaker',
  'specialist',
  'comms',
  'approver',
  'civilProtection',
  'itSupport',
  'hr',
  'quality',
  'exerciseControl',
  'admin',
] as const

export type Role = (typeof roles)[number]

/** The installation itself (sessions, first set-up). No account can hold it: it is not part of the schema above. */
export type ActorRole = Role | 'system'
