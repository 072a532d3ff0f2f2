import iconv from 'iconv-lite'
import { isBlocking, type ProblemCode, type RosterEncoding, type Separator } from '#shared/roster/import.ts'

/*
 * A préfecture's roster as its spreadsheet writes it: 120 invented members, accents, five faulty lines of five kinds. Numbers lie in the
 * ranges that ARCEP keeps for fiction (06 39 98, 01 99 00), so that no test or demonstration can ever ring at someone's.
 */

const lastNames = [
  'Garnier', 'Diallo', 'Petit', 'Lefèvre', 'N’Guyen', 'Béranger', 'Le Goff', 'Ben Saïd', 'Çelik', 'Roux',
  'Œrtel', 'Château-Renard', 'Simon', 'Güney', 'Noël', 'Aït-Ali', 'd’Aubigné', 'Maïer', 'Fontaine', 'Brûlé',
] // prettier-ignore
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
  'Gaëlle',
  'Cédric',
]
const services = ['Préfecture – SIDPC', 'DDT', 'Sous-préfecture', 'DDETS', 'Préfecture – SCI']
const communes = [
  'Persan',
  '95340 Persan',
  'Beaumont-sur-Oise',
  "L'Isle-Adam",
  'Cergy',
  'Saint-Ouen-l’Aumône',
  'Pontoise',
]
const languages = ['', 'anglais', 'anglais, espagnol', 'arabe / anglais', 'portugais', 'LSF']
const skills = ['', 'accueil téléphonique', 'main courante', 'chef d’équipe, accueil téléphonique']

const headers = [
  'Ordre', 'Civilité', 'Nom', 'Prénom', 'Service / Direction', 'Portable', 'Tél. domicile', 'Bureau', 'Courriel',
  'Distance (km)', 'Commune', 'Langues', 'Compétences', 'Formé le',
] // prettier-ignore
type Line = Record<string, string>

/** What is wrong with the faulty lines, as the import must name it. Lines are the file's: the headers are line 1. */
export const fictionalFaults: readonly Readonly<{
  line: number
  column: string | null
  code: ProblemCode
  spoil: (line: Line) => unknown
}>[] = [
  {
    line: 17,
    column: 'Portable',
    code: 'phone.characters',
    spoil: (line) => (line['Portable'] = '06 39 98 OO 16'),
  },
  {
    line: 38,
    column: 'Nom',
    code: 'name.missing',
    spoil: (line) => Object.assign(line, { Nom: '', Prénom: '' }),
  },
  { line: 59, column: 'Formé le', code: 'date.invalid', spoil: (line) => (line['Formé le'] = '31/02/2025') },
  {
    line: 80,
    column: 'Courriel',
    code: 'email.invalid',
    spoil: (line) => (line['Courriel'] = 'odile.garnier(at)exemple.fr'),
  },
  {
    line: 101,
    column: null,
    code: 'duplicate.number',
    spoil: (line) => Object.assign(line, { Portable: '06 39 98 00 02', 'Tél. domicile': '', Bureau: '' }),
  },
]

/** Those of them that keep their line out; the others leave a value out and the member in. */
export const fictionalLinesOut = fictionalFaults.filter(({ code }) => isBlocking(code))

/** The text of the file. `faulty: false` leaves the five lines sound. */
export function fictionalRoster({
  members = 120,
  separator = ';',
  faulty = true,
}: Readonly<{ members?: number; separator?: Separator; faulty?: boolean }> = {}): string {
  const lines = Array.from({ length: members }, (_, place) => fictionalLine(place + 1))
  if (faulty) for (const { line, spoil } of fictionalFaults) spoil(lines[line - 2] ?? {})
  const rows = [headers, ...lines.map((line) => headers.map((header) => line[header] ?? ''))]
  return `${rows.map((row) => row.map((cell) => quote(cell, separator)).join(separator)).join('\r\n')}\r\n`
}

function fictionalLine(n: number): Line {
  const lastName = pick(lastNames, n)
  const firstName = pick(firstNames, n)
  return {
    Ordre: String(n),
    Civilité: n % 2 === 0 ? 'M.' : 'Mme',
    Nom: n % 3 === 0 ? lastName.toUpperCase() : lastName,
    Prénom: firstName,
    'Service / Direction': pick(services, n),
    Portable: `06 39 98 ${pairs(n)}`,
    'Tél. domicile': n % 4 === 0 ? `01.99.00.${pairs(n).replace(' ', '.')}` : '',
    Bureau: n % 5 === 0 ? '' : `+33 1 99 00 ${pairs(5_000 + n)}`,
    Courriel: `membre.${n}@prefecture.example`,
    'Distance (km)': `${(n * 7) % 60},${n % 10}`,
    Commune: pick(communes, n),
    Langues: pick(languages, n),
    Compétences: pick(skills, n),
    'Formé le': `${String((n % 28) + 1).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/2025`,
  }
}

function pick(list: readonly string[], n: number): string {
  return list[n % list.length] ?? ''
}

function pairs(n: number): string {
  return String(n)
    .padStart(4, '0')
    .replace(/(..)(..)/, '$1 $2')
}

function quote(cell: string, separator: string): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The file as an editor would write it. Only the Unicode encodings can hold every character. */
export function encodeRoster(text: string, encoding: RosterEncoding, withMark = false): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM: withMark }))
}
