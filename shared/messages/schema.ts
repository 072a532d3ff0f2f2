import { z } from 'zod'
import { line, prose } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'
import { publicKinds, serviceKinds } from '#shared/messages/kinds.ts'

// Apart from what the console computes with (content.ts): the console loads no schema, only the server parses.

export const PublicKind = z.enum(publicKinds)
export const TemplateKind = z.enum([...publicKinds, ...serviceKinds])

/** The parts of a text, as a template leaves them to be filled and as the public reads them. Empty: not written yet. */
export const parts = {
  // Long enough for the exercise prefix before a title of the length the linter advises.
  title: line(140, 0),
  what: prose(800, 0),
  instructions: z.array(line(200)).max(6),
  where: line(300).nullable(),
  body: prose(6_000, 0),
}
const Parts = z.object(parts)
export type Parts = Readonly<z.infer<typeof Parts>>

export const Content = Parts.extend({
  /** The next point, as the public is promised it. Null: none is promised. */
  nextPointAt: Instant.nullable(),
  /** From when on the text no longer stands. Null: until replaced. */
  expiresAt: Instant.nullable(),
})
export type Content = Readonly<z.infer<typeof Content>>
