import type { IncomingMessage, ServerResponse } from 'node:http'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#server/lib/clock.ts'
import { exercisePath, publicPath } from '#server/publicsite/address.ts'
import { answer, isFor } from '#server/publicsite/answer.ts'
import type { Hold } from '#server/followers/follower.ts'
import { followHold, release } from '#server/publicsite/hold.ts'
import { PublishedPage } from '#server/publicsite/published-page.ts'
import { groupEnters } from '#server/publicsite/release-folder.ts'
import { Turns } from '#server/publicsite/turns.ts'
import type { ExercisePage, PublicPage } from '#shared/publicsite/page-model.ts'

/** The public page and the exercise's, each in its own folder and at its own path. */
export type PublicSite = Readonly<{
  /**
   * Resolves when both are served and on disk. The two do not wait for each other: a faulty exercise cannot hold back the
   * public.
   * @throws UnpublishablePage, or the file system's error; what is being served stays.
   */
  publish: (page: PublicPage, exercise: ExercisePage) => Promise<void>
  /** After a restore, until a person has looked (hold.ts): nothing is to be published. */
  hold: Hold
  /** Answers `/info` and what lies under it; false when the address is not the site's. To be called first. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Answers `/exercice/info`. Only to be called for a signed-in person. */
  handleExercise: (request: IncomingMessage, response: ServerResponse) => boolean
}>

type Deps = Readonly<{ clock: Clock; cell: Readonly<{ isBusy: boolean }> }>

/**
 * Opens `folder` (made if absent) and serves what it holds from before, until something is published. While the cell is busy
 * the page waits a moment: the cell's own work comes first.
 */
export async function createPublicSite(folder: string, { clock, cell }: Deps): Promise<PublicSite> {
  await mkdir(folder, { recursive: true })
  // It may have been made by a release, or a restore, that kept it to itself.
  await chmod(folder, groupEnters)
  const [page, exercise] = await Promise.all([
    PublishedPage.open({ folder: join(folder, 'info'), path: publicPath, audience: 'public', clock }),
    PublishedPage.open({ folder: join(folder, 'exercice'), path: exercisePath, audience: 'exercise', clock }),
  ])
  const turns = new Turns(() => cell.isBusy)
  return {
    publish: async (next, nextExercise) => {
      await Promise.all([page.publish(next), exercise.publish(nextExercise)])
    },
    hold: {
      since: followHold(folder),
      release: () => void release(folder),
      why: 'the journal was restored: the public page stays as it was until a person has read what is in force and released it, in the settings or with "npm run restore -- --publish"',
    },
    handle: (request, response) => {
      const isOurs = isFor(page, request)
      if (isOurs) turns.take(() => answer(page, request, response, clock.now()))
      return isOurs
    },
    handleExercise: (request, response) => {
      const isOurs = isFor(exercise, request)
      if (isOurs) answer(exercise, request, response, clock.now())
      return isOurs
    },
  }
}
