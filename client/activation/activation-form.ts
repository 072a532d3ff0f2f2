import { lastTimeItWas } from '#client/lib/wall-time.ts'
import type { Suggestion } from '#client/ui/use-suggestions.ts'
import type { OpenCrisis } from '#shared/activation/commands.ts'
import type { EventNature } from '#shared/activation/natures.ts'
import type { Phase } from '#shared/activation/phases.ts'

/** What the screen holds while it is being filled. */
export type ActivationForm = Readonly<{
  givenBy: string
  means: OpenCrisis['order']['means']
  receivedAt: string
  readBack: boolean
  nature: EventNature | null
  communes: readonly Suggestion[]
  /** Null: the proposed one stands. */
  title: string | null
  kind: OpenCrisis['kind'] | null
  phase: Phase
  crisisNumber: string
  posts: number
  novi: boolean
}>

export type FormFault = 'givenBy' | 'receivedAt' | 'readBack' | 'nature' | 'title' | 'kind'

/** Four posts within the hour is the floor met elsewhere (domain.md 3.8, Q4); eight is what Indre came to on day one. */
const usualPosts = 8

export function emptyForm(now: string): ActivationForm {
  return {
    givenBy: '',
    means: 'phone',
    receivedAt: now,
    readBack: false,
    nature: null,
    communes: [],
    title: null,
    kind: null,
    phase: 'active',
    crisisNumber: '',
    posts: usualPosts,
    novi: false,
  }
}

/** "Crue – Persan, Beaumont": what a tired person would have typed. */
export function proposeTitle({ nature, communes }: ActivationForm, natureLabel: string): string {
  if (nature === null) return ''
  const [kind = natureLabel] = natureLabel.split(',')
  const places = communes.slice(0, 3).map(({ label }) => label)
  return places.length === 0 ? kind : `${kind} – ${places.join(', ')}`
}

/** What is still missing, in the order of the screen. */
export function faultsOf(form: ActivationForm, title: string, now: number): readonly FormFault[] {
  const faults: readonly (readonly [FormFault, boolean])[] = [
    ['givenBy', form.givenBy.trim() === ''],
    ['receivedAt', lastTimeItWas(form.receivedAt, now) === null],
    ['nature', form.nature === null],
    ['title', title.trim() === ''],
    ['kind', form.kind === null],
    ['readBack', !form.readBack],
  ]
  return faults.filter(([, isMissing]) => isMissing).map(([fault]) => fault)
}

/** Null while something is missing. */
export function commandOf(form: ActivationForm, title: string, now: number): OpenCrisis | null {
  const receivedAt = lastTimeItWas(form.receivedAt, now)
  if (faultsOf(form, title, now).length > 0 || receivedAt === null) return null
  if (form.nature === null || form.kind === null) return null
  return {
    type: 'activation.open',
    kind: form.kind,
    nature: form.nature,
    phase: form.phase,
    order: { givenBy: form.givenBy, means: form.means, receivedAt, readBack: true },
    title,
    novi: form.novi,
    communes: form.communes.map(({ value, label }) => ({ code: value, name: label })),
    crisisNumber: form.crisisNumber.trim() === '' ? null : form.crisisNumber,
    posts: form.posts,
  }
}
