import { useId, type ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import type { Tone } from '#client/ui/tone.ts'

type AnswerProps = Readonly<{
  question: string
  /** The one figure, in the largest type of the screen. */
  figure: ReactNode
  /** Set only where something is to be done about it. */
  tone?: Tone | null
  /** "sur 8 postes", right of the figure. */
  unit: ReactNode
  /** What it means: one line, its strong part in `strong`. */
  lead: ReactNode
  /** What it was reckoned from. */
  source: ReactNode
  /** The same on the time axis. */
  children: ReactNode
}>

/** A question, its answer in one figure, what it means, what it comes from; beside it the same over time. */
export function Answer({ question, figure, tone = null, unit, lead, source, children }: AnswerProps) {
  const id = useId()
  return (
    <section className="ui-answer" aria-labelledby={id}>
      <div className="ui-answer__words">
        <h2 id={id}>{question}</h2>
        <p className="ui-answer__figure">
          <strong className={classNames(tone !== null && `ui-tone--${tone}`)}>{figure}</strong>{' '}
          <span>{unit}</span>
        </p>
        <p className="ui-answer__lead">{lead}</p>
        <p className="ui-answer__source ui-quiet">{source}</p>
      </div>
      {children}
    </section>
  )
}
