import { MemoryJournal } from '#server/journal/memory.ts'
import { journalContract } from './journal.contract.ts'

journalContract(async () => ({
  open: async () => new MemoryJournal(),
  [Symbol.asyncDispose]: async () => {},
}))
