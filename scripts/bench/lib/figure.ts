/** One line of the table: what was measured, what it is held against, and whether it holds. */
export type Figure = Readonly<{
  path: string
  work: string
  /** Median over the rounds, in `unit`. */
  ours: number
  unit: string
  /** The limit driver's median, in the same unit and run; null where the promise is absolute. */
  limit: number | null
  /** What is held against `must` and `aim`: a ratio to the limit, or the figure itself. */
  score: number
  /** What is promised; null where the figure is told and nothing is promised of it. */
  must: number | null
  /** What would be better still; null where nothing was set. */
  aim: number | null
  better: 'higher' | 'lower'
  rounds: number
}>

export type Verdict = 'aim reached' | 'reached' | 'short of the aim' | 'missed' | 'told' | 'not measured'

export function verdictOf({ score, must, aim, better }: Figure): Verdict {
  if (Number.isNaN(score)) return 'not measured'
  const reaches = (mark: number) => (better === 'higher' ? score >= mark : score <= mark)
  if (aim !== null && reaches(aim)) return 'aim reached'
  if (must !== null) return reaches(must) ? 'reached' : 'missed'
  return aim === null ? 'told' : 'short of the aim'
}

/** What a row may use: how long to measure, and where to put things. */
export type Bench = Readonly<{
  rounds: number
  /** Seconds of one round of steady load. */
  seconds: number
  /** Shrinks crises, journals and rooms: a smoke test of the drivers, not a measurement. */
  isQuick: boolean
  /** A fresh folder, removed at the end of the run. */
  folder: (name: string) => string
  tell: (line: string) => void
}>

export type Row = Readonly<{
  name: string
  /** Which of the promised paths it measures, for --help. */
  about: string
  run: (bench: Bench) => Promise<readonly Figure[]>
}>
