import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveCommune } from '#server/communes/search.ts'
import { type PreviewOptions, previewRoster } from '#server/roster/import/preview.ts'
import { type RosterEncoding, rosterEncodings, separators } from '#shared/roster/import.ts'
import { RosterPreview } from '#shared/roster/preview.ts'
import {
  encodeRoster,
  fictionalFaults,
  fictionalLinesOut,
  fictionalRoster,
} from '../../../test/support/rosters/fictional.ts'

const options: PreviewOptions = {
  mapping: null,
  encoding: null,
  existing: [],
  placeOf: (text) => resolveCommune(text, ['95']),
}

function preview(file: string | Uint8Array, changes: Partial<PreviewOptions> = {}): RosterPreview {
  const bytes = typeof file === 'string' ? utf8(file) : file
  const reading = previewRoster(bytes, { ...options, ...changes })
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}`)
  return RosterPreview.parse(reading.preview)
}

function refusal(bytes: Uint8Array): string {
  const reading = previewRoster(bytes, options)
  return reading.ok ? 'read' : reading.refusal.code
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function onlyMember(file: string, changes: Partial<PreviewOptions> = {}) {
  const { rows } = preview(file, changes)
  expect(rows).toHaveLength(1)
  return rows[0]?.member ?? null
}

describe('a roster of 120 members with five faulty lines', () => {
  test('[R1] the five are named by line, column and kind; those that name and reach nobody stay out', () => {
    const { rows, counts, missing } = preview(fictionalRoster())
    const problems = rows.flatMap(({ line, problems }) =>
      problems.map(({ column, code }) => ({ line, column, code })),
    )
    expect(problems).toEqual(fictionalFaults.map(({ line, column, code }) => ({ line, column, code })))
    expect(counts).toEqual({
      lines: 120,
      added: 118,
      changed: 0,
      renamed: 0,
      unchanged: 0,
      duplicate: 0,
      faulty: 2,
      warned: 3,
    })
    expect(rows.filter(({ member }) => member === null).map(({ line }) => line)).toEqual(
      fictionalLinesOut.map(({ line }) => line),
    )
    expect(missing).toEqual([])
  })

  test('[R2] every column is read, and the one that is not kept is shown as ignored', () => {
    const { columns, rows } = preview(fictionalRoster())
    expect(columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual(['Civilité'])
    expect(rows[3]?.member).toEqual({
      lastName: 'N’Guyen',
      firstName: 'Zoé',
      service: 'Préfecture – SCI',
      phones: [
        { kind: 'mobile', e164: '+33639980004' },
        { kind: 'home', e164: '+33199000004' },
        { kind: 'office', e164: '+33199005004' },
      ],
      email: 'membre.4@prefecture.example',
      distanceKm: 28.4,
      travelMinutes: null,
      commune: '95127',
      skills: [],
      languages: ['portugais'],
      trainedOn: '2025-05-05',
      rank: 4,
    })
  })

  // ’ œ and – have no place in some of the old encodings: there, people type ' and oe.
  const plain = fictionalRoster().replaceAll('’', "'").replaceAll('–', '-')
  const written: readonly (readonly [string, RosterEncoding, boolean])[] = [
    ['UTF-8', 'utf-8', false],
    ['UTF-8 with a mark', 'utf-8', true],
    ['UTF-16 LE with a mark', 'utf-16le', true],
    ['UTF-16 LE', 'utf-16le', false],
    ['UTF-16 BE with a mark', 'utf-16be', true],
    ['UTF-16 BE', 'utf-16be', false],
    ['Windows-1252', 'windows-1252', false],
    ['ISO-8859-15', 'iso-8859-15', false],
    ['Mac Roman', 'macintosh', false],
  ]
  const pairs = written.flatMap(([name, encoding, mark]) =>
    separators.map((separator) => ({ name, encoding, mark, separator })),
  )

  test.each(pairs)(
    '[R3] $name and «$separator» are found out, no character is lost',
    ({ encoding, mark, separator }) => {
      const text = fictionalRoster({ separator }).replaceAll('’', "'").replaceAll('–', '-')
      const found = preview(encodeRoster(text, encoding, mark))
      expect({ encoding: found.encoding, separator: found.separator }).toEqual({ encoding, separator })
      expect(found.rows).toEqual(preview(plain).rows)
    },
  )

  test('[R3] the encoding can be named by the person who sees it wrong', () => {
    expect(rosterEncodings).toContain('windows-1252')
    const wrong = preview(encodeRoster(plain, 'windows-1252'), { encoding: 'macintosh' })
    expect(wrong.encoding).toBe('macintosh')
    expect(wrong.rows).not.toEqual(preview(plain).rows)
  })
})

describe('columns', () => {
  test.each([
    ['NOM;PRENOM;GSM', 'lastName firstName mobile'],
    ['Nom Prénom;Téléphone;e-mail', 'fullName phone email'],
    ['Agent;Prénom(s);Tél. portable;Tél. fixe;Tél. pro', 'lastName firstName mobile home office'],
    [
      'Last name;First name;Mobile;Email;Languages;Travel time',
      'lastName firstName mobile email languages travelMinutes',
    ],
    [
      'Nom;Prénom;Portable;Dernière formation;Temps de trajet;Rang',
      'lastName firstName mobile trainedOn travelMinutes rank',
    ],
    ['Nom;Prénom;Portable;Date de naissance;Adresse', 'lastName firstName mobile - -'],
    ['Nom;Prénom;Portable;Code postal;Ville', 'lastName firstName mobile commune commune'],
    ['Nom;Nom d’usage;Prénom;Portable', 'lastName - firstName mobile'],
  ])('[R4] «%s» is %s', (header, fields) => {
    expect(
      preview(`${header}\n`)
        .columns.map(({ field }) => field ?? '-')
        .join(' '),
    ).toBe(fields)
  })

  test('[R5] what the person says of the columns prevails', () => {
    const file = 'a;b;c;d\nGarnier;Odile;rouge;0639981234\n'
    expect(preview(file).missing).toEqual(['lastName', 'firstName', 'phone'])
    const member = onlyMember(file, { mapping: ['lastName', 'firstName', null, 'mobile'] })
    expect(member).toMatchObject({ lastName: 'Garnier', firstName: 'Odile', skills: [] })
  })

  test('[R6] a title, blank lines and «sep=» above the headers do not count', () => {
    const found = preview('sep=,\nVivier de la CIP,,\n,,\nNom,Prénom,Portable\n\nGarnier,Odile,0639981234\n')
    expect(found).toMatchObject({ headerLine: 4, separator: ',', counts: { lines: 1, added: 1 } })
    expect(found.rows[0]?.line).toBe(6)
  })
})

describe('what cells say', () => {
  const base = 'Nom;Prénom;Portable'

  test.each([
    ['GARNIER Odile', 'GARNIER', 'Odile'],
    ['Mme Odile GARNIER', 'GARNIER', 'Odile'],
    ['Le Goff, Anne Marie', 'Le Goff', 'Anne Marie'],
    ['Le Goff Yann', 'Le Goff', 'Yann'],
    ['M. DE LA TOUR Jean-Noël', 'DE LA TOUR', 'Jean-Noël'],
  ])('[R7] «%s» is %s, %s', (cell, lastName, firstName) => {
    expect(onlyMember(`Nom prénom;Portable\n${cell};0639981234\n`)).toMatchObject({ lastName, firstName })
  })

  test('[R8] a cell may hold several numbers, and a number is kept once', () => {
    const member = onlyMember(
      `${base};Domicile\nGarnier;Odile;06 39 98 12 34 / 01 99 00 12 34;01 99 00 12 34\n`,
    )
    expect(member?.phones.map(({ e164 }) => e164)).toEqual(['+33639981234', '+33199001234'])
  })

  test.each([
    ['12/03/2025', '2025-03-12'],
    ['12.3.25', '2025-03-12'],
    ['2025-03-12', '2025-03-12'],
    ['2 mars', null],
    ['1er mars 2025', '2025-03-01'],
    ['3 févr. 25', '2025-02-03'],
    ['février 2025', '2025-02-01'],
    ['03/2025', '2025-03-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', null],
    ['13/13/2025', null],
    ['45731', '2025-03-15'],
    ['45731.0', '2025-03-15'],
    ['12/03', null],
    ['03/25', null],
    ['123456', null],
    ['hier', null],
  ])('[R9] the day «%s» is %s', (cell, day) => {
    const row = preview(`${base};Formé le\nGarnier;Odile;0639981234;${cell}\n`).rows[0]
    expect(row?.member?.trainedOn ?? null).toBe(day)
    expect(row?.problems.map(({ code }) => code)).toEqual(day === null ? ['date.invalid'] : [])
  })

  test.each([
    ['Domicile', '06 12', 'phone.too-short'],
    ['Distance', 'loin', 'distance.invalid'],
    ['Distance', '99999', 'distance.invalid'],
    ['Trajet', 'une heure', 'travel.invalid'],
    ['Ordre', '0', 'order.invalid'],
    ['Ordre', '1,5', 'order.invalid'],
    ['Courriel', 'odile', 'email.invalid'],
    ['Service', 'x'.repeat(121), 'text.too-long'],
    ['Service', 'DD\u0007T', 'text.unprintable'],
    ['Langues', Array.from({ length: 21 }, (_, n) => `l${n}`).join(','), 'list.too-long'],
    ['Service', 'Pr\uFFFDfecture', 'encoding.lost'],
    ['Service', 'PrÃ©fecture', 'encoding.lost'],
  ])('[R10] %s «%.20s» is left out and named, its member is taken: %s', (header, cell, code) => {
    const row = preview(`${base};${header}\nGarnier;Odile;0639981234;${cell}\n`).rows[0]
    expect(row?.problems).toMatchObject([{ code, column: header }])
    expect(row?.name).toBe('Odile Garnier')
    expect(row?.member?.phones).toEqual([{ kind: 'mobile', e164: '+33639981234' }])
  })

  test('[R11] an unknown commune is a remark, the member is taken without it', () => {
    const row = preview(`${base};Commune\nGarnier;Odile;0639981234;Atlantide\n`).rows[0]
    expect(row?.problems).toMatchObject([{ code: 'commune.unknown', value: 'Atlantide' }])
    expect(row?.member?.commune).toBeNull()
  })

  test('[R12] formulas are text', () => {
    const member = onlyMember(`${base};Service\nGarnier;Odile;0639981234;=HYPERLINK("http://x")\n`)
    expect(member?.service).toBe('=HYPERLINK("http://x")')
  })

  test('[R13] a line with more cells than headers is remarked, and taken by what stands where it should', () => {
    const { rows } = preview(
      `${base}\nGarnier;Odile;0639981234;x\nRoux;Zoé;0639981235;;\nSimon;Inès;DDT;0639981236\n`,
    )
    expect(
      rows.map(({ member, problems }) => [member !== null, ...problems.map(({ code }) => code)]),
    ).toEqual([
      [true, 'line.too-long'],
      [true],
      [false, 'line.too-long', 'phone.characters', 'phone.missing'],
    ])
  })

  test('[R14] a quote never closed costs its own line, not the rest of the file', () => {
    const { rows } = preview(
      `${base}\n"Garnier;Odile;0639981234\nRoux;"Zoé\nAnne";0639981235\nSimon;"Inès";0639981236\n`,
    )
    expect(rows.map(({ line, problems }) => [line, ...problems.map(({ code }) => code)])).toEqual([
      [2, 'quote.unclosed'],
      [3],
      [5],
    ])
    expect(rows[1]?.member?.firstName).toBe('Zoé Anne')
  })

  test('[R15] one name and one number are enough; without either the line stays out', () => {
    const { rows } = preview(
      `${base}\n;Odile;0639981234\nRoux;;0639981235\n;;0639981236\nSimon;Inès;-\nLê;Anh;06 39\n`,
    )
    expect(
      rows.map(({ name, member, problems }) => [name, member !== null, ...problems.map(({ code }) => code)]),
    ).toEqual([
      ['Odile', true, 'name.partial'],
      ['Roux', true, 'name.partial'],
      [null, false, 'name.missing'],
      ['Inès Simon', false, 'phone.missing'],
      ['Anh Lê', false, 'phone.too-short', 'phone.missing'],
    ])
    expect(onlyMember('Nom prénom;Portable\nGARNIER;0639981234\n')).toMatchObject({
      lastName: 'GARNIER',
      firstName: '',
    })
  })

  test.each([
    ['Temps de trajet', '00:25:00', { travelMinutes: 25 }],
    ['Temps de trajet', '25.0', { travelMinutes: 25 }],
    ['Rang', '4.0', { rank: 4 }],
    ['Rang', '4,00', { rank: 4 }],
    ['Formé le', '45000', { trainedOn: '2023-03-15' }],
    ['Service', 'Pr\u00ADéfec\u200Bture\u2060', { service: 'Préfecture' }],
  ])('[R240] %s «%s», as a spreadsheet leaves it, is %j', (header, cell, said) => {
    const row = preview(`${base};${header}\nGarnier;Odile;0639981234;${cell}\n`).rows[0]
    expect(row?.problems).toEqual([])
    expect(row?.member).toMatchObject(said)
  })

  test.each([
    ['de LA TOUR Marie', 'de LA TOUR', 'Marie'],
    ['Marie de LA TOUR', 'de LA TOUR', 'Marie'],
    ['Philippe d’ARNOUX', 'd’ARNOUX', 'Philippe'],
    ["Philippe d'Arnoux", "d'Arnoux", 'Philippe'],
    ['Kevin McDONALD', 'McDONALD', 'Kevin'],
    ['DUPONT épouse MARTIN Claire', 'DUPONT épouse MARTIN', 'Claire'],
    ['VAN DER MEER Jan', 'VAN DER MEER', 'Jan'],
    ['Jan van der MEER', 'van der MEER', 'Jan'],
    ['CDT DURAND Paul', 'DURAND', 'Paul'],
    ['Mme Dr PETIT Léa', 'PETIT', 'Léa'],
    ['GAL Paul', 'GAL', 'Paul'],
    ['COLONEL Jean Marc', 'COLONEL', 'Jean Marc'],
    ['Lieutenant-colonel Odile GARNIER', 'GARNIER', 'Odile'],
  ])('[R241] «%s»: small words go with the name, ranks are left out: %s, %s', (cell, lastName, firstName) => {
    expect(onlyMember(`Nom et prénom;Portable\n${cell};0639981234\n`)).toMatchObject({ lastName, firstName })
  })

  test('[R242] spaces around a quoted value are nobody’s', () => {
    const member = onlyMember('Nom; Prénom; Portable\nLEFÈVRE ; "Zoé; dite ""Zo""" ; 0639980110\n')
    expect(member).toMatchObject({ lastName: 'LEFÈVRE', firstName: 'Zoé; dite "Zo"' })
    expect(onlyMember('Nom|Prénom|Portable\n "LEFÈVRE"| "Zoé" |0639980110\n')).toMatchObject({
      firstName: 'Zoé',
    })
  })

  test.each([
    ["'0639980110", ['+33639980110']],
    ['"=""0639980111"""', ['+33639980111']],
    ['639980112.0', ['+33639980112']],
    ['\u202A+33 6 39 98 01 13\u202C', ['+33639980113']],
    ['06 39 98 01 14 (perso)', ['+33639980114']],
    ['06 39 98 01 15 ::: 01 99 00 12 34', ['+33639980115', '+33199001234']],
    ['0709 10 12 34', ['+596709101234']],
    ['tel:+33639980116', ['+33639980116']],
  ])('[R243] the cell %j holds %j', (cell, numbers) => {
    expect(onlyMember(`${base}\nGarnier;Odile;${cell}\n`)?.phones.map(({ e164 }) => e164)).toEqual(numbers)
  })

  test('[R243] a number that cannot be read does not hide the one beside it', () => {
    const row = preview(`${base}\nGarnier;Odile;06 39 98 01 1O / 01 99 00 12 34\n`).rows[0]
    expect(row?.problems).toMatchObject([{ code: 'phone.characters', column: 'Portable' }])
    expect(row?.member?.phones).toEqual([{ kind: 'mobile', e164: '+33199001234' }])
  })

  test.each([
    ['75015', 'PARIS 15', '75056'],
    ['69003', 'LYON 03', '69123'],
    ['13008', 'MARSEILLE 08', '13055'],
    ['1160', 'Saint-Martin-du-Mont', '01374'],
    ['91000', 'Evry', '91228'],
    ['14500', 'Vire', '14762'],
    ['74960', 'Cran-Gevrier', '74010'],
    ['', 'Annecy-le-Vieux', '74010'],
    ['', 'Evry', 'commune.several'],
    ['', 'Atlantide', 'commune.unknown'],
    ['75015', 'Persan', 'commune.contradiction'],
  ])(
    '[M240] [M241] [M242] [M243] «%s» «%s» of a file is %s, by the official list',
    (postcode, town, expected) => {
      const row = preview(`${base};Code postal;Commune\nGarnier;Odile;0639981234;${postcode};${town}\n`)
        .rows[0]
      expect(row?.member?.commune ?? row?.problems[0]?.code).toBe(expected)
      expect(row?.member).not.toBeNull()
    },
  )
})

describe('the file against itself and against today’s roster', () => {
  const base = 'Nom;Prénom;Portable;Bureau'
  const odile = {
    id: 'm1',
    lastName: 'Garnier',
    firstName: 'Odile',
    phones: [{ kind: 'mobile', e164: '+33639981234' }],
    skills: ['main courante'],
    service: 'DDT',
  } as const

  test('[R16] the same person twice is taken once', () => {
    const { rows, counts } = preview(`${base}\nGarnier;Odile;0639981234;\nGARNIER;odile;06 39 98 12 34;\n`)
    expect(rows[1]).toMatchObject({
      change: 'duplicate',
      problems: [{ code: 'duplicate.member', otherLine: 2 }],
    })
    expect(counts).toMatchObject({ added: 1, duplicate: 1, faulty: 0 })
  })

  test('[R17] a mobile belongs to one member, an office line to many', () => {
    const { rows } = preview(
      `${base}\nGarnier;Odile;0639981234;0199000000\nRoux;Zoé;0639981234;\nSimon;Inès;;0199000000\nLê;Anh;0639981234;0199000001\n`,
    )
    expect(rows.map(({ problems }) => problems.map(({ code, otherLine }) => [code, otherLine]))).toEqual([
      [],
      [['duplicate.number', 2]],
      [],
      [['number.taken', 2]],
    ])
    // Who has another number is called at it; who has none would ring at somebody else's.
    expect(rows.map(({ member }) => member?.phones.map(({ e164 }) => e164) ?? null)).toEqual([
      ['+33639981234', '+33199000000'],
      null,
      ['+33199000000'],
      ['+33199000001'],
    ])
  })

  test('[R17] whoever has several mobiles of others keeps none of them, and each is named', () => {
    const { rows } = preview(
      `${base.replace('Bureau', 'Portable 2')}\nGarnier;Odile;0639981234;0639981235\nRoux;Zoé;0639981236;\nLê;Anh;0639981234;0639981236\n`,
    )
    expect(rows[2]?.problems.map(({ value, otherLine }) => [value, otherLine])).toEqual([
      ['+33639981234', 2],
      ['+33639981236', 3],
    ])
    expect(rows[2]?.member).toBeNull()
  })

  test('[R18] homonyms with different numbers are two members', () => {
    const { counts } = preview(`${base}\nMartin;Anne;0639981234;\nMartin;Anne;0639981235;\n`)
    expect(counts.added).toBe(2)
  })

  test('[R19] what no column speaks of stays as it is, and is no change', () => {
    const row = preview('Nom;Prénom;Portable\nGarnier;Odile;0639981234\n', { existing: [odile] }).rows[0]
    expect(row).toMatchObject({
      change: 'unchanged',
      existing: 'm1',
      member: { skills: ['main courante'], service: 'DDT' },
    })
  })

  test('[R19] what a cell left out would have said stays as it is today', () => {
    const existing = [{ ...odile, trainedOn: '2024-05-06', email: 'odile@prefecture.example' }]
    const file =
      'Nom;Prénom;Portable;Bureau;Formé le;Courriel\nGarnier;Odile;06 39 98 12 3O;0199000000;12/03;\n'
    const row = preview(file, { existing }).rows[0]
    expect(row?.problems.map(({ code }) => code)).toEqual(['phone.characters', 'date.invalid'])
    expect(row?.member).toMatchObject({ trainedOn: '2024-05-06', email: null })
    expect(row?.member?.phones.map(({ e164 }) => e164)).toEqual(['+33199000000', '+33639981234'])
  })

  test('[R20] a change is one, be it of number, of service or of name', () => {
    const changed = (line: string) =>
      preview(`Nom;Prénom;Portable;Service\n${line}\n`, { existing: [odile] }).rows.map(
        ({ change, existing }) => [change, existing],
      )
    expect(changed('Garnier;Odile;0639981235;DDT')).toEqual([['changed', 'm1']])
    expect(changed('Garnier;Odile;0639981234;DDETS')).toEqual([['changed', 'm1']])
    expect(changed('Garnier-Roux;Odile;0639981234;DDT')).toEqual([['renamed', 'm1']])
    expect(changed('Roux;Zoé;0639981299;DDT')).toEqual([['added', null]])
  })

  test('[R60] another person’s name with a known number is told apart from every other change', () => {
    const { rows, counts, gone } = preview('Nom;Prénom;Portable\nde LA TOUR;Marie;0639981234\n', {
      existing: [odile],
    })
    expect(rows[0]).toMatchObject({ change: 'renamed', existing: 'm1' })
    expect([counts.changed, counts.renamed, gone]).toEqual([0, 1, []])
    const same = preview('Nom;Prénom;Portable\nGARNIER;odile;0639981234\n', { existing: [odile] })
    expect(same.rows[0]?.change).toBe('changed')
  })

  test('[R60] a single name that is not the member’s is another person’s, and one of theirs is not', () => {
    const read = (name: string) =>
      preview(`Nom;Prénom;Portable\n${name};;0639981234\n`, { existing: [odile] }).rows[0]
    expect(read('Marie')).toMatchObject({ change: 'renamed', member: { lastName: 'Marie', firstName: '' } })
    expect(read('GARNIER')).toMatchObject({ change: 'unchanged', member: { firstName: 'Odile' } })
  })

  test('[R61] whoever stands in the file under their name is not taken for the one who got their number', () => {
    const { rows } = preview('Nom;Prénom;Portable\nRoux;Zoé;0639981234\nGarnier;Odile;0639981299\n', {
      existing: [odile],
    })
    expect(rows.map(({ change, existing }) => [change, existing])).toEqual([
      ['added', null],
      ['changed', 'm1'],
    ])
  })

  test('[R21] who is not in the file is gone, who is on a faulty line is not', () => {
    const gone = (line: string) => preview(`Nom;Prénom;Portable\n${line}\n`, { existing: [odile] }).gone
    expect(gone('Roux;Zoé;0639981299')).toEqual(['m1'])
    expect(gone('Garnier;Odile;06')).toEqual([])
    expect(gone('Garnier;;0639981234')).toEqual([])
  })
})

describe('files that are not read', () => {
  const zip = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0)

  test.each([
    { what: 'nothing', bytes: new Uint8Array(), code: 'file.empty' },
    { what: 'blank lines', bytes: utf8('\r\n;;\r\n'), code: 'file.empty' },
    { what: 'a workbook', bytes: zip, code: 'file.spreadsheet' },
    { what: 'zeros', bytes: new Uint8Array(500), code: 'file.binary' },
    { what: '10 MB', bytes: new Uint8Array(10 * 1_048_576), code: 'file.too-large' },
    {
      what: '5,001 lines',
      bytes: utf8(fictionalRoster({ members: 5_001, faulty: false })),
      code: 'file.too-many-lines',
    },
    { what: '30,000 blank lines', bytes: new Uint8Array(30_000).fill(10), code: 'file.too-many-lines' },
    { what: '101 columns', bytes: utf8(`nom${';x'.repeat(100)}`), code: 'file.too-many-columns' },
    { what: 'quotes everywhere', bytes: utf8('"a;b\n'.repeat(1_000)), code: 'file.quotes' },
  ])('[R22] $what: $code', ({ bytes, code }) => {
    expect(refusal(bytes)).toBe(code)
  })

  test('[R23] whatever the bytes and the columns, the answer is a preview that the schema accepts, or a refusal', () => {
    const csv = fc
      .array(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '06 39 98 12 34', 'Nom', 'é')),
          { maxLength: 6 },
        ),
        { maxLength: 8 },
      )
      .map((rows) =>
        new TextEncoder().encode(
          `Nom;Prénom;Portable;Langues\n${rows.map((row) => row.join(';')).join('\n')}`,
        ),
      )
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), csv)
    const mapping = fc.option(
      fc.array(fc.constantFrom('lastName', 'fullName', 'phone', 'skills', 'trainedOn', null), {
        maxLength: 6,
      }),
    )
    fc.assert(
      fc.property(bytes, mapping, (file, columns) => {
        const reading = previewRoster(file, {
          ...options,
          mapping: columns,
          placeOf: () => ({ is: 'unknown' }),
        })
        if (reading.ok) RosterPreview.parse(reading.preview)
      }),
      { seed: 95, numRuns: 500 },
    )
  })
})
