import type { Commune, OpenCrisis } from '#shared/activation/commands.ts'
import type { Phase } from '#shared/activation/phases.ts'

type Opened = Readonly<Omit<OpenCrisis, 'type'> & { type: 'activation.opened' }>
type PhaseChanged = Readonly<{ type: 'activation.phaseChanged'; phase: Phase; reason: string }>
type DetailsChanged = Readonly<{
  type: 'activation.detailsChanged'
  title: string
  novi: boolean
  communes: readonly Commune[]
  crisisNumber: string | null
  posts: number
}>
type LineOpened = Readonly<{
  type: 'activation.lineOpened'
  /** Critical checklist steps that were still open, and why the line was opened all the same. */
  overridden: Readonly<{ steps: readonly string[]; reason: string }> | null
}>
type LineClosed = Readonly<{ type: 'activation.lineClosed'; reason: string }>
type Closed = Readonly<{ type: 'activation.closed'; reason: string }>

export type ActivationEvent = Opened | PhaseChanged | DetailsChanged | LineOpened | LineClosed | Closed
