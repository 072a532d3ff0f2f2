/**
 * A page on disk, for any web server and for the next start:
 *
 *     releases/000041/   index.html index.html.gz index.html.br atom.xml … manifest.json
 *     current            symbolic link to the release in force
 *
 * A release is written beside, named when complete, and put in force by renaming the link over the old one: a reader
 * sees one whole release or the other. Nothing is flushed to the platter: after a power cut a file that does not match
 * its digest in the manifest disqualifies its release, the one before is taken, and the journal makes the next.
 */
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { digestOf, type EncodedFile, type EncodedFiles } from '#server/publicsite/encoded-file.ts'

/** The one in force, one to fall back on, and one that a slow reader may still be in. */
const releasesKept = 3

const Manifest = z.record(
  z.string(),
  z.object({
    identity: z.string(),
    gzip: z.string(),
    br: z.string(),
    // The first releases kept no time of each file, and told none.
    modifiedAt: z.number().default(0),
    isTold: z.boolean().default(false),
  }),
)
type Manifest = z.infer<typeof Manifest>

const suffixes = { identity: '', gzip: '.gz', br: '.br' } as const

/** The newest whole release; empty when there is none. */
export async function readRelease(folder: string): Promise<EncodedFiles> {
  for (const name of (await releaseNames(folder)).toReversed()) {
    const files = await readWhole(join(folder, 'releases', name))
    if (files !== null) return files
  }
  return new Map()
}

/** @throws the file system's error; the release in force then stays in force. */
export async function writeRelease(folder: string, files: EncodedFiles): Promise<void> {
  const releases = join(folder, 'releases')
  const names = await releaseNames(folder)
  const name = String(Number(names.at(-1) ?? 0) + 1).padStart(6, '0')
  const partial = join(releases, `${name}.partial`)
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  for (const [path, file] of files) await writeForms(join(partial, path), file)
  for (const at of [folder, releases, partial]) await chmod(at, groupEnters)
  await writeFile(join(partial, 'manifest.json'), JSON.stringify(manifestOf(files)))
  await rename(partial, join(releases, name))
  await putInForce(folder, name)
  for (const old of names.slice(0, Math.max(0, names.length + 1 - releasesKept))) {
    await rm(join(releases, old), { recursive: true, force: true })
  }
}

async function releaseNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'releases')).catch(emptyWhereAbsent)
  return names.filter((name) => /^\d{6}$/.test(name)).toSorted()
}

function emptyWhereAbsent(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

/** The server's group reads the page: a web server in it serves the folder, whatever the umask keeps from it elsewhere. */
const groupReads = 0o640
export const groupEnters = 0o750

async function writeForms(path: string, file: EncodedFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await chmod(dirname(path), groupEnters)
  const time = new Date(file.modifiedAt)
  for (const encoding of ['identity', 'gzip', 'br'] as const) {
    await writeFile(path + suffixes[encoding], file[encoding])
    await chmod(path + suffixes[encoding], groupReads)
    // A web server in front tells the same time of them.
    await utimes(path + suffixes[encoding], time, time)
  }
}

function manifestOf(files: EncodedFiles): Manifest {
  return Object.fromEntries(
    [...files].map(([path, { digest, gzip, br, modifiedAt, isTold }]) => [
      path,
      { identity: digest, gzip: digestOf(gzip), br: digestOf(br), modifiedAt, isTold },
    ]),
  )
}

async function putInForce(folder: string, name: string): Promise<void> {
  const link = join(folder, 'current.new')
  await rm(link, { force: true })
  await symlink(join('releases', name), link)
  await rename(link, join(folder, 'current'))
}

/** Null when a file is missing, cut short or changed. */
async function readWhole(release: string): Promise<EncodedFiles | null> {
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(release, 'manifest.json'), 'utf8')))
    const files = Object.entries(manifest).map(async ([path, digests]): Promise<[string, EncodedFile]> => [
      path,
      await readForms(join(release, path), digests),
    ])
    return new Map(await Promise.all(files))
  } catch {
    // Whatever is wrong with it, an older release or the journal gives a better one.
    return null
  }
}

async function readForms(path: string, digests: Manifest[string]): Promise<EncodedFile> {
  const [identity, gzip, br] = await Promise.all([
    readFile(path + suffixes.identity),
    readFile(path + suffixes.gzip),
    readFile(path + suffixes.br),
  ])
  const isWhole =
    digestOf(identity) === digests.identity && digestOf(gzip) === digests.gzip && digestOf(br) === digests.br
  if (!isWhole) throw new Error(`${path} does not match its digest`)
  const { modifiedAt, isTold } = digests
  return { digest: digests.identity, modifiedAt, isTold, identity, gzip, br }
}
