import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const workerName = 'service-worker.js'
/** Typefaces are large: all but the one that every screen is set in come from the network when needed. */
const left = /\.(?:woff2?|map)$|^\.vite\/|^service-worker\.js$/u
const typeface = /\/public-sans-latin-wght-normal-[^/]+\.woff2$/u

/**
 * Writes into the service worker what the build made: the files to keep and a version that changes when any of them
 * does. The version is a hash of names and contents, so the same sources give the same worker.
 */
export function precachePlugin(): Plugin {
  return {
    name: 'cip-precache',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[workerName]
      if (worker?.type !== 'chunk') throw new Error(`the build made no ${workerName}`)
      const kept = Object.values(bundle).filter(
        (output) => typeface.test(output.fileName) || !left.test(output.fileName),
      )
      const hash = createHash('sha256')
      for (const output of kept.toSorted((a, b) => a.fileName.localeCompare(b.fileName))) {
        hash.update(output.fileName).update(output.type === 'chunk' ? output.code : output.source)
      }
      const precache = {
        version: hash.digest('hex').slice(0, 12),
        files: kept.map((output) => `/${output.fileName}`).sort(),
      }
      worker.code = worker.code.replaceAll('__PRECACHE__', JSON.stringify(precache))
    },
  }
}
