import type { ImportedMember } from '#shared/roster/member.ts'
import type { Random } from '../lib/random.ts'

/** Numbers lie in the ranges that ARCEP keeps for fiction (06 39 98, 01 99 00): nobody's phone can ever ring. */
export function fictionalMobile(n: number): string {
  return `+3363998${String(n % 10_000).padStart(4, '0')}`
}

const lastNames = [
  'Garnier', 'Diallo', 'Petit', 'Lefèvre', 'N’Guyen', 'Béranger', 'Le Goff', 'Ben Saïd', 'Çelik', 'Roux', 'Château',
  'Simon', 'Noël', 'Aït-Ali', 'd’Aubigné', 'Fontaine', 'Brûlé', 'Moreau', 'Traoré', 'Vidal', 'Lacroix', 'Perrin',
  'Kowalski', 'Da Silva', 'Mercier', 'Blanchard', 'Guérin', 'Boyer', 'Chevalier', 'Lopez',
] // prettier-ignore
const firstNames = [
  'Odile', 'Mamadou', 'Anaïs', 'François', 'Zoé', 'Loïc', 'Hélène', 'Inès', 'Bruno', 'Aurélie', 'Rachid', 'Maud',
  'Étienne', 'Sylvie', 'Kévin', 'Nathalie', 'Omar', 'Clémence', 'Gilles', 'Justine', 'Raphaël', 'Monique', 'Élodie',
] // prettier-ignore
const services = [
  'Préfecture – cabinet', 'Préfecture – citoyenneté', 'Préfecture – SGCD', 'DDT', 'DDETSPP', 'Sous-préfecture de Montbrisac',
] // prettier-ignore
const skills = ['écoute', 'saisie', 'psychologie', 'langue des signes', 'cartographie', 'encadrement']
const languages = ['anglais', 'espagnol', 'arabe', 'portugais', 'turc', 'allemand']

export const poolSize = 120

/** The pool (vivier) of the fictional préfecture, the same for the same seed. */
export function drawMembers(random: Random): readonly ImportedMember[] {
  return Array.from({ length: poolSize }, (_, n) => drawMember(n, random))
}

function drawMember(n: number, random: Random): ImportedMember {
  const distanceKm = 1 + random.below(45)
  const phones = [
    { kind: 'mobile', e164: fictionalMobile(1_000 + n) },
    { kind: 'home', e164: `+3319900${String(2_000 + n)}` },
  ] as const
  return {
    lastName: random.pick(lastNames),
    firstName: random.pick(firstNames),
    service: random.pick(services),
    phones: random.next() < 0.7 ? phones : phones.slice(0, 1),
    email: null,
    distanceKm,
    travelMinutes: Math.round(5 + distanceKm * 1.3),
    commune: null,
    skills: random.next() < 0.4 ? [random.pick(skills)] : [],
    languages: random.next() < 0.25 ? [random.pick(languages)] : [],
    trainedOn:
      random.next() < 0.8 ? `202${random.below(2) + 5}-0${1 + random.below(9)}-1${random.below(10)}` : null,
    rank: n + 1,
  }
}
