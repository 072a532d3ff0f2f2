import { exercisePrefix, withoutPrefix } from '#shared/messages/content.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

/**
 * Titles travel without their page: an exercise's says so itself, first and once, whether or not its author has
 * written it too. `mark` says what became of the message (« Retiré : »).
 */
export function marked({ exercise }: AnyPage, title: string, mark = ''): string {
  return exercise ? exercisePrefix + mark + withoutPrefix(title) : mark + title
}
