import { chmod } from 'node:fs/promises'
import { encodeFiles, areEqual, type EncodedFiles } from '#server/publicsite/encoded-file.ts'
import type { Clock } from '#server/lib/clock.ts'
import { readyFile, type Audience, type ReadyFile } from '#server/publicsite/ready-response.ts'
import { readRelease, writeRelease } from '#server/publicsite/release-folder.ts'
import { renderFiles } from '#server/publicsite/render.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

type Place = Readonly<{ folder: string; path: string; audience: Audience; clock: Clock }>

/**
 * One page as it is being served. Published in three steps: rendered and compressed aside, swapped in memory in one
 * assignment, then written to the folder. A full disk therefore stops the folder, not the page.
 */
export class PublishedPage {
  readonly path: string
  readonly #place: Place
  #files: EncodedFiles = new Map()
  #written: EncodedFiles = new Map()
  #ready: ReadonlyMap<string, ReadyFile> = new Map()
  #wanted: AnyPage | null = null
  #publishing: Promise<void> | null = null

  private constructor(place: Place) {
    this.path = place.path
    this.#place = place
  }

  /** Serves what the folder holds from an earlier run; the first publication writes it anew, as this release does. */
  static async open(place: Place): Promise<PublishedPage> {
    const page = new PublishedPage(place)
    page.#serve(await readRelease(place.folder))
    return page
  }

  get isEmpty(): boolean {
    return this.#ready.size === 0
  }

  /** By its path in an address (`/info/atom.xml`). */
  file(address: string): ReadyFile | undefined {
    return this.#ready.get(address)
  }

  /**
   * Resolves when this page, or one published after it, is served and in the folder. Pages that come while one is
   * being made wait together, and only the last is made.
   */
  publish(page: AnyPage): Promise<void> {
    this.#wanted = page
    this.#publishing ??= this.#publishWanted()
    return this.#publishing
  }

  async #publishWanted(): Promise<void> {
    try {
      while (this.#wanted !== null) await this.#publishOne(this.#wanted)
    } finally {
      // Cleared in the same turn as the loop's last look: a page wanted from here on starts a loop of its own.
      this.#publishing = null
    }
  }

  async #publishOne(page: AnyPage): Promise<void> {
    this.#wanted = null
    try {
      const files = await encodeFiles(renderFiles(page), this.#files, this.#place.clock.now())
      if (!areEqual(files, this.#files)) this.#serve(files)
      if (areEqual(files, this.#written)) return
      const { folder, audience } = this.#place
      await writeRelease(folder, files)
      // Nothing of an exercise is a web server's to read.
      if (audience === 'exercise') await chmod(folder, 0o700)
      this.#written = files
    } catch (error) {
      // What came meanwhile takes this page's place, and its own outcome is the answer to both.
      if (this.#wanted === null) throw error
    }
  }

  #serve(files: EncodedFiles): void {
    const { path: root, audience } = this.#place
    const ready = new Map<string, ReadyFile>()
    for (const [path, file] of files) ready.set(`${root}/${path}`, readyFile(path, file, audience))
    const index = ready.get(`${root}/index.html`)
    if (index !== undefined) ready.set(root, index).set(`${root}/`, index)
    this.#files = files
    this.#ready = ready
  }
}
