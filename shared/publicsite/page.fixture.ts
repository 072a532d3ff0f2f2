/** A night of flood on the Oise, as tests, pictures and the benchmark show it: fixed names, fixed times. */
import type {
  ExercisePage,
  PublicCrisis,
  PublicMessage,
  PublicPage,
  PublicVersion,
} from '#shared/publicsite/page-model.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { alertFacts, cancellationFacts } from '#shared/publicsite/alert-facts.ts'
import type { EventNature } from '#shared/activation/natures.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'

/** 23 November 2026, 02:10 in Paris. */
export const t0 = 1_795_396_200_000

const installation = {
  name: 'Préfecture du Val-Fictif',
  url: 'https://cip.val-fictif.example',
  timeZone: 'Europe/Paris',
  contactPhone: '+33130000001',
  id: '01930000-0000-7000-8000-0000000000f1',
  stateBrand: false,
} as const

const communes = [
  { code: '95487', name: 'Persan' },
  { code: '95052', name: 'Beaumont-sur-Oise' },
  { code: '95120', name: 'Bruyères-sur-Oise' },
] as const

type GivenVersion = Partial<PublicVersion> & Readonly<{ kind?: PublicKind; nature?: EventNature }>

/** With the alert that goes out with it. */
export function version({
  kind = 'firstMessage',
  nature = 'flashFlood',
  ...given
}: GivenVersion = {}): PublicVersion {
  const text = { ...plainVersion, ...given }
  const from = { ...installation, lacks: [] }
  const { publishedAt: at } = text
  return {
    seq: (at - t0) / minute,
    sentAt: at,
    alert: alertFacts({ installation: from, nature, kind, at, text, before: null }),
    ...text,
  }
}

const plainVersion: Omit<PublicVersion, 'seq' | 'sentAt' | 'alert'> = {
  publishedAt: t0 + 12 * minute,
  title: 'Crue rapide de l’Oise : mettez-vous en hauteur',
  what: 'L’Oise déborde depuis 2 h. L’eau monte de 20 cm par heure dans les rues basses de Persan et de Beaumont.',
  instructions: [
    'Montez à l’étage avec de l’eau, une lampe et votre téléphone.',
    'Coupez l’électricité et le gaz si vous pouvez le faire sans danger.',
    'N’allez pas chercher vos enfants à l’école : ils y sont protégés.',
  ],
  where: 'Vallée de l’Oise, de Persan à Bruyères',
  communes,
  body: 'La rocade est coupée dans les deux sens.\nLe pont de Beaumont est fermé.\n\nNous ne savons pas encore quand la décrue commencera.',
  nextPointAt: t0 + hour,
  expiresAt: null,
  contact: '0 800 000 971',
  correction: null,
}

/** Taken back, with the alert that says so. */
export function takenBack(reason: string, at: number) {
  return {
    at,
    sentAt: at,
    reason,
    alert: cancellationFacts(version().alert, { ...installation, lacks: [] }, at),
  }
}

export function message(given: Partial<PublicMessage> = {}): PublicMessage {
  return {
    id: '01930000-0000-7000-8000-000000000001',
    kind: 'firstMessage',
    versions: [version()],
    withdrawn: null,
    ...given,
  }
}

export const corrected = message({
  id: '01930000-0000-7000-8000-000000000002',
  kind: 'serviceStatus',
  versions: [
    version({
      publishedAt: t0 + 25 * minute,
      title: 'Écoles fermées lundi à Persan',
      what: 'Toutes les écoles de Persan sont fermées lundi.',
      instructions: ['Gardez vos enfants à la maison.'],
      body: '',
    }),
    version({
      publishedAt: t0 + 41 * minute,
      title: 'Écoles fermées lundi à Persan et à Beaumont',
      what: 'Toutes les écoles de Persan et de Beaumont sont fermées lundi.',
      instructions: ['Gardez vos enfants à la maison.'],
      body: '',
      correction: 'Les écoles de Beaumont-sur-Oise ferment aussi.',
    }),
  ],
})

export const withdrawn = message({
  id: '01930000-0000-7000-8000-000000000003',
  kind: 'serviceStatus',
  versions: [
    version({
      publishedAt: t0 + 20 * minute,
      title: 'Le pont de Beaumont reste ouvert',
      what: 'Le pont de Beaumont reste ouvert aux secours et aux riverains.',
      instructions: ['Passez par le pont de Beaumont.'],
      body: '',
    }),
  ],
  withdrawn: takenBack('Le pont a été fermé à 2 h 35 : la chaussée est sous l’eau.', t0 + 31 * minute),
})

export const lineOpened = message({
  id: '01930000-0000-7000-8000-000000000004',
  kind: 'lineOpened',
  versions: [
    version({
      publishedAt: t0 + 38 * minute,
      title: 'Un numéro pour vos questions : 0 800 000 971',
      what: 'Des agents de la préfecture répondent à vos questions, 24 h/24. L’appel est gratuit.',
      instructions: ['Appelez ce numéro pour une question, jamais pour une urgence.'],
      body: '',
    }),
  ],
})

export function crisis<Exercise extends boolean>(
  exercise: Exercise,
  given: Partial<Omit<PublicCrisis<boolean>, 'exercise'>> = {},
): PublicCrisis<Exercise> {
  return {
    id: '01930000-0000-7000-8000-0000000000c1',
    title: 'Crue de l’Oise à Persan et Beaumont',
    nature: 'flashFlood',
    since: t0,
    communes,
    crisisNumber: '0 800 000 971',
    numberHours: '24 h/24, appel gratuit',
    lineOpen: true,
    closed: false,
    nextPointAt: t0 + hour,
    messages: [lineOpened, corrected, withdrawn, message()],
    ...given,
    exercise,
  }
}

export function publicPage(given: Partial<PublicPage> = {}): PublicPage {
  return { exercise: false, installation, crises: [crisis(false)], updatedAt: t0 + 41 * minute, ...given }
}

export function exercisePage(given: Partial<ExercisePage> = {}): ExercisePage {
  return { exercise: true, installation, crises: [crisis(true)], updatedAt: t0 + 41 * minute, ...given }
}
