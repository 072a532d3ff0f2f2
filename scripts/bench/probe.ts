/**
 * Loaded ahead of a measured process (`--import`): answers its parent with what the process has used so far. Nothing
 * of the measured program knows about it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Usage = Readonly<{
  /** Microseconds of processor, all threads, since the start. */
  cpu: number
  /** Bytes. */
  rss: number
  /** How late the event loop was since the last question, p99, milliseconds. */
  loopDelay: number
}>

const resolution = 1
const delay = monitorEventLoopDelay({ resolution })
delay.enable()

process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  const usage: Usage = {
    cpu: user + system,
    rss: process.memoryUsage.rss(),
    // The histogram holds the time between two ticks, the tick's own length included.
    loopDelay: Math.max(0, delay.percentile(99) / 1e6 - resolution),
  }
  delay.reset()
  process.send?.({ usage })
})
process.on('disconnect', () => process.exit())
process.channel?.unref()
