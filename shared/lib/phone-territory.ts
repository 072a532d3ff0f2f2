import type { CountryCode, PhoneNumber } from 'libphonenumber-js'

/** What is needed of libphonenumber-js, under `/max` metadata: the smaller ones know no blocks of overseas numbers. */
export type PhoneLibrary = Readonly<{
  parsePhoneNumberFromString: (
    text: string,
    options: { defaultCountry: CountryCode; extract: false },
  ) => PhoneNumber | undefined
  validatePhoneNumberLength: (
    text: string,
    options: { defaultCountry: 'FR'; extract: false },
  ) => 'INVALID_COUNTRY' | 'NOT_A_NUMBER' | 'TOO_SHORT' | 'TOO_LONG' | 'INVALID_LENGTH' | undefined
}>

/**
 * The territories that share France's numbering plan: dialled 0692…, the number is +262 692…, never +33 692…. Réunion stands for Mayotte
 * too, Guadeloupe for Saint-Martin and Saint-Barthélemy: they share a code, and the library a number's reading. Beside each the zone of
 * the plan in which its lines lie, so that a file of thousands need not ask of every number whether it is everybody's.
 */
const territories = { RE: '2', YT: '2', GP: '5', GF: '5', MQ: '5', PM: '5' } as const

// What belongs to a place. Numbers for services and for the internet are the whole plan's, whatever territories claim of them.
const placed: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE'])

/** A number dialled as in France, where the metadata knows its block as one territory's; as it was otherwise. */
export function toTerritory(number: PhoneNumber, library: PhoneLibrary): PhoneNumber {
  // A mobile that the metadata knows as the metropolis's is nobody else's: most numbers are, and a file has thousands.
  if (number.countryCallingCode !== '33' || number.getType() === 'MOBILE') return number
  const national = number.nationalNumber
  const read = (text: string, defaultCountry: CountryCode) =>
    library.parsePhoneNumberFromString(text, { defaultCountry, extract: false })
  const countries = (Object.keys(territories) as (keyof typeof territories)[]).filter(
    (country) => /^[67]/.test(national) || national.startsWith(territories[country]),
  )
  const claims = countries
    .map((country) => read(`0${national}`, country))
    // Saint-Pierre-et-Miquelon's lines have six digits, dialled behind the island's code: 0508 41….
    .concat(national.startsWith('508') ? read(`+${national}`, 'PM') : [])
    .filter((claim) => claim !== undefined)
    .filter((claim) => isOfTerritory(claim) && placed.has(claim.getType()))
  const codes = new Set(claims.map(({ countryCallingCode }) => countryCallingCode))
  return codes.size === 1 ? (claims[0] ?? number) : number
}

function isOfTerritory({ country }: PhoneNumber): boolean {
  return country !== undefined && (country in territories || ['MF', 'BL'].includes(country))
}
