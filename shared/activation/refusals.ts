export type ActivationRefusal =
  | 'activation.order-in-future'
  | 'activation.critical-steps-open'
  | 'activation.line-already-open'
  | 'activation.line-not-open'
