import { z } from 'zod'
import { line, prose } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'

const Note = z.object({ type: z.literal('journal.note'), text: prose(2_000), happenedAt: Instant.nullable() })
const Strike = z.object({ type: z.literal('journal.strike'), line: z.int().min(1), reason: line(300) })

export const journalCommands = [Note, Strike] as const
const JournalCommand = z.discriminatedUnion('type', journalCommands)
export type JournalCommand = Readonly<z.infer<typeof JournalCommand>>
