import type { Logger } from '#server/lib/logger.ts'

type Speaker = Readonly<{ on: (event: string, listener: (...given: unknown[]) => void) => unknown }>
type Listener = (...given: readonly unknown[]) => void | Promise<void>

/**
 * Listens to what one console says. What goes wrong meanwhile, a disk's error or a fault of ours, is logged and costs that
 * console its answer: thrown out of a socket's listener it would end the process, and everybody's line with it.
 */
export function listen(to: Speaker, logger: Pick<Logger, 'error'>) {
  const on = (event: string, hear: Listener) => {
    to.on(event, (...given) => {
      const failed = (error: unknown) => logger.error({ error, event }, 'what a console said was not done')
      try {
        hear(...given)?.catch(failed)
      } catch (error) {
        failed(error)
      }
    })
  }
  /** What is answered with what `reply` gives. */
  const answer = <T>(event: string, reply: (said: unknown) => T | Promise<T>) =>
    on(event, async (said, tell) => {
      if (isAnswer<T>(tell)) tell(await reply(said))
    })
  return { on, answer }
}

type Answer<T> = (answer: T) => void

/** A peer that sends no acknowledgement callback gets no answer, and nothing is done: it could not know. */
export function isAnswer<T>(value: unknown): value is Answer<T> {
  return typeof value === 'function'
}
