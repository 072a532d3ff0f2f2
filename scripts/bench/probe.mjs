/**
 * Loaded ahead of a measured process (`--import`): answers its parent with what the process has used so far (`Usage` in
 * lib/processes.ts). Nothing of the measured program knows about it. Plain JavaScript: taking types out of one file
 * loads 40 MB of compiler into each thread, which the measured program may never need.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const resolution = 1
/** Milliseconds of processor that the event loop has spent between two ticks, at most; 0 until it is watched. */
let longestHold = 0

/** On demand: a thousand ticks a second are work of their own, which other rows must not measure. */
function watchHolds() {
  let before = process.threadCpuUsage()
  const tick = () => {
    const now = process.threadCpuUsage()
    longestHold = Math.max(longestHold, (now.user + now.system - before.user - before.system) / 1e3)
    before = now
  }
  setInterval(tick, resolution).unref()
}

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  process.on('message', (message) => {
    if (message === 'watch') watchHolds()
    if (message !== 'usage') return
    const { user, system } = process.cpuUsage()
    // The histogram holds the time between two ticks, the tick's own length included.
    const loopDelay = Math.max(0, delay.percentile(99) / 1e6 - resolution)
    delay.reset()
    process.send({ usage: { cpu: user + system, rss: process.memoryUsage.rss(), loopDelay, longestHold } })
    longestHold = 0
  })
  process.on('disconnect', () => process.exit())
  process.channel.unref()
}
