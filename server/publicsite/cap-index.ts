import { addressOf, alertFile } from '#server/publicsite/address.ts'
import { atomDocument } from '#server/publicsite/atom.ts'
import { capSteps, type CapStep } from '#server/publicsite/cap-step.ts'
import { feedId } from '#server/publicsite/feed-id.ts'
import { marked } from '#server/publicsite/mark.ts'
import type { Subject } from '#server/publicsite/cap-alert.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

export type AlertOfPage = Readonly<{ subject: Subject; step: CapStep }>

/** Every alert of the page, newest first: each stays where it was published, whatever replaced it. */
export function alertsOf(page: AnyPage): readonly AlertOfPage[] {
  return page.crises
    .flatMap((crisis) =>
      crisis.messages.flatMap((message) =>
        capSteps(message).map((step) => ({ subject: { page, crisis, message }, step })),
      ),
    )
    .toSorted((a, b) => b.step.sentAt - a.step.sentAt)
}

/** The index that aggregators poll: one Atom entry for each alert. */
export function capIndex(page: AnyPage): string {
  const { file } = addressOf(page)
  const entries = alertsOf(page).map(({ step }) => ({
    id: feedId(page, `cap/${step.identifier}`),
    link: file(alertFile(step.identifier)),
    linkType: 'application/cap+xml',
    title: marked(page, step.text.title, step.type === 'Cancel' ? 'Retiré : ' : ''),
    publishedAt: step.sentAt,
    updatedAt: step.sentAt,
    category: step.type,
    summary: step.type === 'Cancel' ? step.note : step.text.what,
    content: null,
  }))
  return atomDocument(page, {
    path: 'cap.atom',
    title: marked(page, `Alertes CAP – ${page.installation.name}`),
    entries,
  })
}
