import type { OpenCrisis } from '#shared/activation/commands.ts'

export type FloodOrder = Partial<Omit<OpenCrisis, 'type' | 'order'>> & Readonly<{ receivedAt?: number }>

/** The order to open the cell for a flood in Persan, an exercise unless said otherwise. */
export function floodOrder({ receivedAt = Date.now(), ...changes }: FloodOrder = {}): OpenCrisis {
  return {
    type: 'activation.open',
    kind: 'exercise',
    nature: 'flood',
    phase: 'active',
    order: { givenBy: 'la directrice de cabinet', means: 'phone', receivedAt, readBack: true },
    title: 'Crue – Persan',
    novi: false,
    communes: [{ code: '95487', name: 'Persan' }],
    crisisNumber: null,
    posts: 4,
    ...changes,
  }
}
