/**
 * What a browser fetches before the sign-in page can be used: the entry, what it imports at once, the sign-in page, and
 * their styles (typefaces aside). Reads the build's manifest; run `npm run build` first. Exit 1 past the limit (**U400**).
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Bytes as they travel, brotli: a second on a line of two megabits. */
const limit = 200 * 1024

type Chunk = Readonly<{ file: string; css?: readonly string[]; imports?: readonly string[] }>

const dist = path.join(import.meta.dirname, '../../dist/console')
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'),
)

function filesOf(key: string, seen: Set<string>): void {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(chunk.file)) return
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file)
  for (const imported of chunk.imports ?? []) filesOf(imported, seen)
}

const files = new Set<string>()
filesOf('index.html', files)
filesOf('access/SignInPanel.tsx', files)

const sizes = [...files].map((file) => {
  const content = readFileSync(path.join(dist, file))
  return {
    file,
    raw: content.length,
    gzip: gzipSync(content).length,
    brotli: brotliCompressSync(content).length,
  }
})
const total = sizes.reduce(
  (sum, size) => ({ gzip: sum.gzip + size.gzip, brotli: sum.brotli + size.brotli }),
  {
    gzip: 0,
    brotli: 0,
  },
)

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
for (const { file, raw, gzip, brotli } of sizes) {
  console.log(`${file}: ${kilobytes(raw)}, gzip ${kilobytes(gzip)}, brotli ${kilobytes(brotli)}`)
}
console.log(
  `first load: gzip ${kilobytes(total.gzip)}, brotli ${kilobytes(total.brotli)} (limit ${kilobytes(limit)})`,
)
process.exitCode = total.brotli <= limit ? 0 : 1
