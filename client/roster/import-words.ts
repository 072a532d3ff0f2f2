import { defineWords } from '#client/lib/words.ts'
import type { ProblemCode, RosterField, RosterRefusalCode } from '#shared/roster/import.ts'

/** What an import says: the problems of its lines, why a file is not read, what its columns can be. */
export const importWords = defineWords({
  fr: {
    /** What is wrong with a line of the file, and what to do about it. */
    problems: {
      'phone.scientific':
        'Le tableur a abrégé le numéro et perdu ses derniers chiffres : mettez la colonne au format texte et ressaisissez-le.',
      'phone.characters': 'Un numéro ne contient que des chiffres (la lettre O n’est pas un zéro).',
      'phone.too-short': 'Il manque des chiffres à ce numéro.',
      'phone.too-long': 'Ce numéro a trop de chiffres.',
      'phone.invalid': 'Ce numéro n’existe dans aucun pays.',
      'phone.missing': 'Aucun numéro : ce membre ne pourrait pas être rappelé.',
      'phone.too-many': 'Plus de six numéros : gardez les meilleurs.',
      'name.missing': 'Il manque le nom ou le prénom.',
      'name.unsplit': 'Un seul mot : écrivez le nom et le prénom.',
      'text.too-long': 'Ce texte est trop long pour cette colonne.',
      'text.invisible': 'Ce texte contient un caractère invisible : retapez-le.',
      'email.invalid': 'Cette adresse électronique n’en est pas une.',
      'distance.invalid': 'La distance s’écrit en kilomètres : 12 ou 12,5.',
      'travel.invalid': 'Le temps de trajet s’écrit en minutes ou en heures : 25 ou 1 h 10.',
      'commune.unknown':
        'Commune inconnue ou portée par plusieurs : ajoutez le code postal. Le membre est pris sans elle.',
      'list.too-long': 'Plus de vingt éléments dans cette liste.',
      'date.invalid': 'Cette date n’existe pas. Écrivez jour/mois/année : 12/03/2025.',
      'order.invalid': 'L’ordre d’appel est un nombre entier à partir de 1.',
      'duplicate.number':
        'Ce portable est déjà celui d’un autre membre du fichier : lequel des deux est le bon ?',
      'duplicate.member': 'Ce membre est déjà plus haut dans le fichier.',
      'line.too-long':
        'Cette ligne a plus de cellules que d’en-têtes : un séparateur s’est glissé dans une valeur.',
      'quote.unclosed': 'Un guillemet est ouvert et jamais fermé : retirez-le.',
      'encoding.lost': 'Des caractères accentués ont été perdus avant d’arriver ici : ressaisissez ce texte.',
    } satisfies Record<ProblemCode, string>,
    /** Why a whole file is not read; given the limit that was passed. */
    refusals: {
      'file.empty': () => 'Le fichier est vide.',
      'file.too-large': (n: number) => `Le fichier dépasse ${n} Mo.`,
      'file.too-many-lines': (n: number) => `Le fichier dépasse ${n} lignes.`,
      'file.too-many-columns': (n: number) => `Le fichier dépasse ${n} colonnes.`,
      'file.spreadsheet': () => 'C’est un classeur de tableur. Enregistrez-le au format CSV, puis reprenez.',
      'file.binary': () => 'Ce fichier n’est pas du texte.',
      'file.quotes': () =>
        'Trop de guillemets ouverts et jamais fermés. Enregistrez de nouveau le fichier au format CSV.',
    } satisfies Record<RosterRefusalCode, (limit: number) => string>,
    /** What a column can be said to be. */
    fields: {
      lastName: 'Nom',
      firstName: 'Prénom',
      fullName: 'Nom et prénom',
      service: 'Service',
      mobile: 'Portable',
      home: 'Domicile',
      office: 'Bureau',
      phone: 'Téléphone',
      email: 'Courriel',
      distanceKm: 'Distance (km)',
      travelMinutes: 'Temps de trajet',
      commune: 'Commune',
      languages: 'Langues',
      skills: 'Compétences',
      trainedOn: 'Formé le',
      rank: 'Ordre d’appel',
    } satisfies Record<RosterField, string>,
  },
  en: {
    /** What is wrong with a line of the file, and what to do about it. */
    problems: {
      'phone.scientific':
        'The spreadsheet shortened the number and lost its last digits: set the column to text and type it again.',
      'phone.characters': 'A number holds digits only (the letter O is not a zero).',
      'phone.too-short': 'Digits are missing from this number.',
      'phone.too-long': 'This number has too many digits.',
      'phone.invalid': 'This number exists in no country.',
      'phone.missing': 'No number: this member could not be called in.',
      'phone.too-many': 'More than six numbers: keep the best.',
      'name.missing': 'The last or first name is missing.',
      'name.unsplit': 'A single word: write the last and the first name.',
      'text.too-long': 'This text is too long for this column.',
      'text.invisible': 'This text holds an invisible character: type it again.',
      'email.invalid': 'This is not an e-mail address.',
      'distance.invalid': 'Write the distance in kilometres: 12 or 12.5.',
      'travel.invalid': 'Write the travel time in minutes or hours: 25 or 1 h 10.',
      'commune.unknown':
        'Unknown commune, or several bear the name: add the postal code. The member is taken without it.',
      'list.too-long': 'More than twenty items in this list.',
      'date.invalid': 'There is no such date. Write day/month/year: 12/03/2025.',
      'order.invalid': 'The call order is a whole number from 1.',
      'duplicate.number': 'Another member of the file already has this mobile: which of the two is right?',
      'duplicate.member': 'This member already stands above in the file.',
      'line.too-long': 'This line has more cells than there are headers: a separator slipped into a value.',
      'quote.unclosed': 'A quotation mark is opened and never closed: remove it.',
      'encoding.lost': 'Accented characters were lost before they came here: type this text again.',
    },
    refusals: {
      'file.empty': () => 'The file is empty.',
      'file.too-large': (n: number) => `The file is larger than ${n} MB.`,
      'file.too-many-lines': (n: number) => `The file has more than ${n} lines.`,
      'file.too-many-columns': (n: number) => `The file has more than ${n} columns.`,
      'file.spreadsheet': () => 'This is a workbook. Save it as CSV, then try again.',
      'file.binary': () => 'This file is not text.',
      'file.quotes': () => 'Too many quotation marks opened and never closed. Save the file as CSV again.',
    },
    fields: {
      lastName: 'Last name',
      firstName: 'First name',
      fullName: 'Full name',
      service: 'Department',
      mobile: 'Mobile',
      home: 'Home phone',
      office: 'Office phone',
      phone: 'Phone',
      email: 'E-mail',
      distanceKm: 'Distance (km)',
      travelMinutes: 'Travel time',
      commune: 'Commune',
      languages: 'Languages',
      skills: 'Skills',
      trainedOn: 'Trained on',
      rank: 'Call order',
    },
  },
})
