/** How the public page names each nature, and its CAP categories (CAP 1.2, 3.2.2). */
import type { EventNature } from '#shared/activation/natures.ts'

export type CapCategory =
  | 'Geo'
  | 'Met'
  | 'Safety'
  | 'Security'
  | 'Rescue'
  | 'Fire'
  | 'Health'
  | 'Env'
  | 'Transport'
  | 'Infra'
  | 'CBRNE'

type NatureOnPage = Readonly<{ label: string; categories: readonly [CapCategory, ...CapCategory[]] }>

const natures: Readonly<Record<EventNature, NatureOnPage>> = {
  flood: { label: 'Inondation', categories: ['Met', 'Geo'] },
  flashFlood: { label: 'Crue soudaine', categories: ['Met', 'Geo'] },
  storm: { label: 'Tempête', categories: ['Met'] },
  coastalSubmersion: { label: 'Submersion marine', categories: ['Met', 'Geo'] },
  snowIce: { label: 'Neige et verglas', categories: ['Met', 'Transport'] },
  heatwave: { label: 'Canicule', categories: ['Met', 'Health'] },
  coldWave: { label: 'Grand froid', categories: ['Met', 'Health'] },
  wildfire: { label: 'Feu de forêt', categories: ['Fire', 'Env'] },
  landslide: { label: 'Glissement de terrain, chute de blocs', categories: ['Geo'] },
  avalanche: { label: 'Avalanche', categories: ['Geo', 'Met'] },
  earthquake: { label: 'Séisme', categories: ['Geo'] },
  cyclone: { label: 'Cyclone', categories: ['Met'] },
  volcanic: { label: 'Éruption volcanique', categories: ['Geo'] },
  droughtWater: { label: 'Sécheresse et manque d’eau', categories: ['Met', 'Infra'] },
  industrialAccident: { label: 'Accident industriel', categories: ['CBRNE', 'Safety'] },
  hazmatTransport: {
    label: 'Accident de transport de matières dangereuses',
    categories: ['CBRNE', 'Transport'],
  },
  nuclear: { label: 'Accident nucléaire', categories: ['CBRNE', 'Safety'] },
  damFailure: { label: 'Rupture de barrage', categories: ['Infra', 'Geo'] },
  gasLeakExplosion: { label: 'Fuite de gaz, explosion', categories: ['CBRNE', 'Fire'] },
  pollution: { label: 'Pollution', categories: ['Env', 'Health'] },
  networkOutage: { label: 'Panne de réseau', categories: ['Infra'] },
  cyber: { label: 'Cyberattaque', categories: ['Security', 'Infra'] },
  rail: { label: 'Accident ferroviaire', categories: ['Transport', 'Rescue'] },
  road: { label: 'Accident de la route', categories: ['Transport', 'Rescue'] },
  air: { label: 'Accident aérien', categories: ['Transport', 'Rescue'] },
  maritime: { label: 'Accident maritime', categories: ['Transport', 'Rescue'] },
  pandemic: { label: 'Épidémie', categories: ['Health'] },
  foodWaterSafety: { label: 'Alerte sanitaire sur l’eau ou les aliments', categories: ['Health'] },
  animalDisease: { label: 'Maladie animale', categories: ['Health', 'Env'] },
  terrorAttack: { label: 'Attentat', categories: ['Security', 'Rescue'] },
  massViolence: { label: 'Violences graves', categories: ['Security', 'Rescue'] },
  publicOrder: { label: 'Trouble à l’ordre public', categories: ['Security'] },
  missingChildAlert: { label: 'Alerte enlèvement', categories: ['Security', 'Rescue'] },
}

export function natureOnPage(nature: EventNature): NatureOnPage {
  return natures[nature]
}
