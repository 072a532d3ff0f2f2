export type ClockRefusal =
  /** Nothing is doubted, or no longer by what was shown. */
  'clock.not-doubted'
