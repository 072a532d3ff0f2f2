import type { IconName } from '#client/ui/icons.ts'

/**
 * What a colour means, everywhere: danger = act now, warning = soon, success = done, info = where you are,
 * neutral = old or at rest. Never by colour alone: each tone has its icon.
 */
export type Tone = 'danger' | 'warning' | 'success' | 'info' | 'neutral'

export const toneIcon: Readonly<Record<Tone, IconName>> = {
  danger: 'danger',
  warning: 'warning',
  success: 'success',
  info: 'info',
  neutral: 'neutral',
}
