import { natureWords } from '#client/activation/nature-words.ts'
import type { Suggestion } from '#client/ui/use-suggestions.ts'
import { natures, type EventNature } from '#shared/activation/natures.ts'
import { fold } from '#shared/lib/fold.ts'

/** What whoever gives the order may say instead, in either language. */
const otherWords: Readonly<Record<EventNature, string>> = {
  flood: 'débordement, rivière, fleuve, montée des eaux, river',
  flashFlood: 'orage, ruissellement, pluie torrentielle, cévenol, coulée de boue, rain',
  storm: 'vent violent, orage, tornade, arbres tombés, wind, gale',
  coastalSubmersion: 'vague, marée, littoral, tsunami, digue, wave, tide',
  snowIce: 'gel, route bloquée, naufragés de la route, ice',
  heatwave: 'chaleur, température, heat',
  coldWave: 'gel, sans-abri, température, cold, frost',
  wildfire: 'incendie, feu de végétation, broussailles, fire',
  landslide: 'éboulement, coulée de boue, effondrement, rocher, mudslide',
  avalanche: 'neige, montagne, snow',
  earthquake: 'tremblement de terre, secousse, quake',
  cyclone: 'ouragan, tempête tropicale, hurricane',
  volcanic: 'volcan, cendres, lave, ash',
  droughtWater: 'pénurie, coupure d’eau, shortage',
  industrialAccident:
    'usine, Seveso, explosion, incendie, fumée, nuage toxique, ammoniac, chlore, factory, smoke',
  hazmatTransport: 'camion-citerne, matières dangereuses, fuite, explosion, wagon, tanker',
  nuclear: 'centrale, radioactif, iode, radiation',
  damFailure: 'digue, onde de submersion, PPI',
  gasLeakExplosion: 'fuite de gaz, effondrement d’immeuble, odeur de gaz, blast',
  pollution: 'eau du robinet, hydrocarbures, marée noire, mazout, tap water, spill',
  networkOutage: 'électricité, téléphone, 112, coupure, panne de courant, internet, power cut, blackout',
  cyber: 'rançongiciel, piratage, hôpital, ransomware',
  rail: 'train, déraillement, TER, TGV, métro, derailment',
  road: 'autocar, carambolage, autoroute, tunnel, bus, coach, pile-up',
  air: 'avion, hélicoptère, crash, aéroport, plane',
  maritime: 'naufrage, navire, ferry, bateau, ship',
  pandemic: 'virus, grippe, covid, méningite, contagion, flu',
  foodWaterSafety: 'intoxication, légionelle, rappel de produit, aliment, poisoning',
  animalDisease: 'grippe aviaire, peste porcine, fièvre aphteuse, élevage, avian flu',
  terrorAttack: 'terrorisme, bombe, explosion, fusillade, otages, bomb, shooting',
  massViolence: 'fusillade, attaque au couteau, forcené, shooting',
  publicOrder: 'émeute, manifestation, blocage, riot',
  missingChildAlert: 'enfant disparu, disparition, kidnapping',
}

/**
 * The natures that a word means, those called so first; for others the word under which one was found stands beside it. A word is
 * looked for by its beginning, accents aside.
 */
export function searchNatures(query: string, language: 'fr' | 'en'): readonly Suggestion[] {
  const start = inWords(query)
  const begins = (words: string) => inWords(words).includes(start)
  const found = natures.flatMap((value) => {
    const label = natureWords[language][value]
    if (begins(label)) return [{ value, label }]
    const detail = otherWords[value].split(', ').find(begins)
    return detail === undefined ? [] : [{ value, label, detail }]
  })
  return found.toSorted((a, b) => Number('detail' in a) - Number('detail' in b))
}

/** Each word with a space before it, and nothing else between. */
function inWords(text: string): string {
  return ` ${fold(text)
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim()}`
}
