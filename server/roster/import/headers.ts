import { fold } from '#shared/lib/fold.ts'
import type { RosterField, RosterMapping } from '#shared/roster/import.ts'

/*
 * What the columns of a file are about, from their headers alone. Files come from directories, spreadsheets kept for years and
 * phones: the same thing has many names. What is not recognised is shown as ignored, and the person can say what it is.
 */

type Rule = Readonly<{ field: RosterField | null; header: RegExp }>

/** The first rule that fits decides; headers are folded, with single spaces between words. */
const rules: readonly Rule[] = [
  { field: 'trainedOn', header: /^(date |derniere )?.*\b(formee?s?|formations?|trained|training)\b/ },
  // A birth date, an arrival date: not ours to keep.
  { field: null, header: /^date\b|\bnaissance\b|\bbirth/ },
  {
    field: 'fullName',
    header: /^(nom (et )?prenoms?( s)?|prenoms? (et )?nom|nom complet|full name|name|agent|membre|identite)$/,
  },
  { field: 'firstName', header: /^(prenoms?( s| usuel)?|first ?names?|given names?|forename)$/ },
  {
    field: 'lastName',
    header: /^(noms?|nom (de famille|d usage|usuel|de naissance)|last ?name|surname|family name)$/,
  },
  { field: 'email', header: /\b(e ?mails?|mails?|courriels?|mel|adresse electronique)\b/ },
  { field: 'distanceKm', header: /\b(distance|kms?|kilometres?|kilometrage)\b/ },
  { field: 'travelMinutes', header: /\b(temps|trajet|duree|delai|travel|minutes?)\b/ },
  { field: 'languages', header: /\b(langues?|languages?)\b/ },
  {
    field: 'skills',
    header: /\b(competences?|skills?|qualifications?|specialites?|habilitations?|expertise)\b/,
  },
  { field: 'mobile', header: /\b(portables?|mobiles?|gsm|cell(ulaire|phone)?)\b/ },
  {
    field: 'office',
    header: /\b(tel\w*|phone|ligne)\b.*\b(bureau|service|pro\w*|office|work|poste|standard|directe?)\b/,
  },
  { field: 'office', header: /\b(office|work)\b.*\bphone\b/ },
  {
    field: 'service',
    header: /\b(services?|directions?|structure|organisme|affectation|department|unit|entite|pole)\b/,
  },
  { field: 'home', header: /\b(domicile|fixe|home|perso(nnel)?|maison|landline)\b/ },
  { field: 'office', header: /\b(bureau|office|standard)\b/ },
  { field: 'phone', header: /\b(tel\w*|phones?|numeros? d appel)\b/ },
  {
    field: 'commune',
    header: /\b(communes?|villes?|city|town|residence|localite|insee|code postal|cp|postcode)\b/,
  },
  { field: 'rank', header: /\b(rang|ordre|priorite|rank|order|priority)\b/ },
]

/** Fields that several columns may feed; any other takes its first column. */
const repeatable: ReadonlySet<RosterField> = new Set([
  'mobile',
  'home',
  'office',
  'phone',
  'commune',
  'languages',
  'skills',
])

/** One field or null per header, in their order. */
export function matchHeaders(headers: readonly string[]): RosterMapping {
  const taken = new Set<RosterField>()
  const matched = headers.map((header) => {
    const field = recognise(header)
    if (field === null || (taken.has(field) && !repeatable.has(field))) return null
    taken.add(field)
    return field
  })
  return settleNames(matched)
}

export function recognise(header: string): RosterField | null {
  const folded = fold(header.slice(0, 200))
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
  return rules.find((rule) => rule.header.test(folded))?.field ?? null
}

/** «Agent» beside «Prénom» is a last name; «Nom complet» beside both parts says nothing more. */
function settleNames(matched: readonly (RosterField | null)[]): RosterMapping {
  if (!matched.includes('fullName')) return matched
  const hasLast = matched.includes('lastName')
  const hasFirst = matched.includes('firstName')
  if (!hasFirst) return matched.map((field) => (field === 'lastName' ? null : field))
  return matched.map((field) => (field === 'fullName' ? (hasLast ? null : 'lastName') : field))
}
