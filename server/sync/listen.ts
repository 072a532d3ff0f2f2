import type { Logger } from '#server/lib/logger.ts'

type Speaker = Readonly<{ on: (event: string, listener: (...given: unknown[]) => void) => unknown }>
type Listener = (...given: readonly unknown[]) => void | Promise<void>

/**
 * Listens to what one console says. What goes wrong meanwhile, a disk's error or a fault of ours, is logged and costs that
 * console its answer: thrown out of a socket's listener it would end the process, and everybody's line with it.
 */
export function listen(to: Speaker, logger: Pick<Logger, 'error'>): (event: string, hear: Listener) => void {
  return (event, hear) => {
    to.on(event, (...given) => {
      const failed = (error: unknown) => logger.error({ error, event }, 'what a console said was not done')
      try {
        hear(...given)?.catch(failed)
      } catch (error) {
        failed(error)
      }
    })
  }
}
