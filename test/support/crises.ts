import type { OpenCrisis } from '#shared/activation/commands.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { newCommandId, type HeadlessConsole } from '#scripts/headless/headless-console.ts'

/** The order to open the cell for a flood, an exercise unless said otherwise. */
export function floodOrder(kind: 'real' | 'exercise' = 'exercise'): OpenCrisis {
  return {
    type: 'activation.open',
    kind,
    nature: 'flood',
    phase: 'active',
    order: { givenBy: 'la directrice de cabinet', means: 'phone', receivedAt: Date.now(), readBack: true },
    title: 'Crue – Persan',
    novi: false,
    communes: [{ code: '95487', name: 'Persan' }],
    crisisNumber: null,
    posts: 4,
  }
}

/** Opens a crisis from this console, which then follows it. */
export async function openCrisis(
  console: HeadlessConsole,
  kind: 'real' | 'exercise' = 'exercise',
): Promise<CrisisId> {
  const id = newCommandId()
  const sent = await console.submit(floodOrder(kind), id)
  if (sent.status !== 'recorded') throw new Error(`the crisis was not opened: ${JSON.stringify(sent)}`)
  const crisis = CrisisId.parse(id)
  await console.follow(crisis)
  return crisis
}
