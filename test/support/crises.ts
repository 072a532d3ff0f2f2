import { CrisisId } from '#shared/lib/id.ts'
import { newCommandId, type HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { floodOrder } from './flood-order.ts'

/** Opens a crisis from this console, which then follows it. */
export async function openCrisis(
  console: HeadlessConsole,
  kind: 'real' | 'exercise' = 'exercise',
): Promise<CrisisId> {
  const id = newCommandId()
  const sent = await console.submit(floodOrder({ kind }), id)
  if (sent.status !== 'recorded') throw new Error(`the crisis was not opened: ${JSON.stringify(sent)}`)
  const crisis = CrisisId.parse(id)
  await console.follow(crisis)
  return crisis
}
