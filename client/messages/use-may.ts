import { useMay as useMayDo } from '#client/sync/use-may.ts'

/** What this person may do with the texts of the followed crisis: nothing else is offered. */
export function useMay() {
  const may = useMayDo()
  return {
    draft: may('messages.draft'),
    edit: may('messages.edit'),
    approve: may('messages.approve'),
    publish: may('messages.publish'),
    correct: may('messages.correct'),
    withdraw: may('messages.withdraw'),
  }
}

export type May = ReturnType<typeof useMay>
