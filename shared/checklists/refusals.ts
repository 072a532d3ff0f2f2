export type ChecklistsRefusal =
  | 'checklists.unknown-step'
  | 'checklists.not-your-role'
  | 'checklists.step-used-twice'
