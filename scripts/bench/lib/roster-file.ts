/*
 * A file of members as a préfecture's spreadsheet writes it: accents, several numbers, one line in fifty with a number that
 * cannot be read. Numbers lie in the ranges that ARCEP keeps for fiction.
 */

const header =
  'Nom;Prénom;Service;Portable;Domicile;Bureau;Courriel;Distance (km);Commune;Langues;Compétences;Formé le;Ordre'
const beginnings = ['Béran', 'Lefè', 'Château', 'Güne', 'Noël', 'Brû', 'd’Au', 'Fontai', 'Çel', 'Saï']
const middles = ['ge', 'vre', 'ri', 'bi', 'lé', 'gna', 'mo', 'tou', 'na', 'di']
const endings = ['rand', 'ot', 'ier', 'ec', 'in', 'ault', 'ey', 'oux', 'et', 'ac']
const firstNames = [
  'Odile',
  'Mamadou',
  'Anaïs',
  'François',
  'Zoé',
  'Loïc',
  'Hélène',
  'Jean-Noël',
  'Inès',
  'Cédric',
]
const services = ['Préfecture – SIDPC', 'DDT', 'Sous-préfecture', 'DDETS']
const communes = ['95340 Persan', 'Beaumont-sur-Oise', "L'Isle-Adam", 'Cergy', 'Pontoise']
const languages = ['', 'anglais', 'anglais, espagnol', 'arabe, anglais']
const skills = ['', 'accueil téléphonique', 'main courante, accueil téléphonique']

/** The bytes of a file of so many members, no two of one name. */
export function rosterFile(members: number): Uint8Array {
  const lines = Array.from({ length: members }, (_, n) => lineOf(n))
  return new TextEncoder().encode(`${[header, ...lines].join('\r\n')}\r\n`)
}

function lineOf(n: number): string {
  const name = `${pick(beginnings, n)}${pick(middles, n / 10)}${pick(endings, n / 100)}`
  const number = String(n).padStart(4, '0')
  return [
    name,
    pick(firstNames, n / 1_000),
    pick(services, n),
    n % 50 === 0 ? '06 39 98 OO' : `06 39 98 ${number}`,
    n % 4 === 0 ? `01 99 00 ${number}` : '',
    `+33 1 99 01 ${number}`,
    `membre.${n}@prefecture.example`,
    `${n % 60},${n % 10}`,
    pick(communes, n),
    pick(languages, n),
    pick(skills, n),
    `${String((n % 28) + 1).padStart(2, '0')}/05/2025`,
    String(n + 1),
  ].join(';')
}

function pick(list: readonly string[], n: number): string {
  return list[Math.floor(n) % list.length] ?? ''
}
