/** Event natures, grouped as ORSEC's specific plans are (domain.md 3.1). Labels are in `client/activation/words.ts`. */
const naturesByFamily = {
  natural: [
    'flood',
    'flashFlood',
    'storm',
    'coastalSubmersion',
    'snowIce',
    'heatwave',
    'coldWave',
    'wildfire',
    'landslide',
    'avalanche',
    'earthquake',
    'cyclone',
    'volcanic',
    'droughtWater',
  ],
  technological: [
    'industrialAccident',
    'hazmatTransport',
    'nuclear',
    'damFailure',
    'gasLeakExplosion',
    'pollution',
    'networkOutage',
    'cyber',
  ],
  transport: ['rail', 'road', 'air', 'maritime'],
  health: ['pandemic', 'foodWaterSafety', 'animalDisease'],
  security: ['terrorAttack', 'massViolence', 'publicOrder', 'missingChildAlert'],
} as const

type Family = keyof typeof naturesByFamily
export type EventNature = (typeof naturesByFamily)[Family][number]

export const natures: readonly EventNature[] = Object.values(naturesByFamily).flat()
