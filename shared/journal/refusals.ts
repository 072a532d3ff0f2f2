export type JournalRefusal = 'journal.in-future' | 'journal.unknown-line'
