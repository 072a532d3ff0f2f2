/**
 * What the public page and its feeds are made from: plain data, derived from the journal, complete in itself. Two
 * renderings of the same page are byte for byte equal, so the page can be thrown away and rebuilt.
 *
 * Whatever a message said stands in its versions, with the facts of that moment (communes, number, promised next
 * point): a CAP alert that has gone out must not change because the crisis went on.
 *
 * All instants are milliseconds since the epoch. A text may hold anything: renderers escape it.
 */
import type { EventNature } from '#shared/activation/natures.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'
import type { Installation } from '#shared/publicsite/installation.ts'

/** `code` is the INSEE code, five characters: `95487`, `2A004`. */
export type PublicCommune = Readonly<{ code: string; name: string }>

export type PublicInstallation = Omit<Installation, 'lacks'> &
  Readonly<{
    /** A UUID drawn once, which the ids of feeds and entries rest on; null before anything is in the journal. */
    id: string | null
    /** Shows the State's brand block: official sites only. */
    stateBrand: boolean
  }>

/** One text as it went out. Version n of a message is the nth element of its versions. */
export type PublicVersion = Readonly<{
  /** What went out after what: times may run backwards where a clock was ahead. */
  seq: number
  publishedAt: number
  /** As the alert bears it: stays where the clock is found to have been wrong. */
  sentAt: number
  title: string
  /** What is happening: one paragraph. */
  what: string
  /** What to do now: one to three sentences, each beginning with a verb. */
  instructions: readonly string[]
  /** Where, in words: « Vallée de l'Oise, de Creil à Persan ». */
  where: string | null
  communes: readonly PublicCommune[]
  /** Prose; an empty line separates paragraphs. Empty when there is nothing to add. */
  body: string
  /** The next point as this text promises it. */
  nextPointAt: number | null
  /** Null: the next point plus an hour, or a day. */
  expiresAt: number | null
  /** The number this text gives to the public. */
  contact: string | null
  /** What changed since the version before, in a sentence. Null in the first version and only there. */
  correction: string | null
  alert: AlertFacts
}>

export type PublicMessage = Readonly<{
  id: string
  kind: PublicKind
  /** Oldest first; never empty. */
  versions: readonly [PublicVersion, ...PublicVersion[]]
  withdrawn: Readonly<{ at: number; sentAt: number; reason: string; alert: AlertFacts }> | null
}>

export type PublicCrisis<Exercise extends boolean> = Readonly<{
  id: string
  exercise: Exercise
  title: string
  nature: EventNature
  since: number
  communes: readonly PublicCommune[]
  /** The published number (numéro unique de crise), shown as a link only while the line is open. */
  crisisNumber: string | null
  /** « 24 h/24 », « de 8 h à 20 h ». */
  numberHours: string | null
  lineOpen: boolean
  closed: boolean
  /** The promise in force, whichever message made it. */
  nextPointAt: number | null
  /** In any order. */
  messages: readonly PublicMessage[]
}>

type Page<Exercise extends boolean> = Readonly<{
  exercise: Exercise
  installation: PublicInstallation
  /** Open crises and those closed lately, newest first. */
  crises: readonly PublicCrisis<Exercise>[]
  /** When what the page says was last true: the instant of the last change. */
  updatedAt: number
}>

/** The page for the public: the type refuses an exercise on it. */
export type PublicPage = Page<false>
/** The page that the players of an exercise see, never under the public address. */
export type ExercisePage = Page<true>
export type AnyPage = PublicPage | ExercisePage
export type AnyCrisis = PublicCrisis<boolean>
