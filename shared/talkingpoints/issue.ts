import type { MessageId } from '#shared/lib/id.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { TalkingPointsEvent } from '#shared/talkingpoints/events.ts'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

type ApprovedText = Readonly<{ message: MessageId; kind: PublicKind; hash: string; content: Content }>

/**
 * Which earlier subjects a kind makes out of date. A situation report says how things stand, so the one before no longer
 * does; instructions on water do not end those on evacuation.
 */
const outdates: Readonly<Record<PublicKind, readonly PublicKind[]>> = {
  firstMessage: [],
  lineOpened: ['lineOpened', 'lineClosing'],
  instructions: [],
  situationReport: ['situationReport', 'firstMessage'],
  rumourDenial: [],
  familyInfo: ['familyInfo'],
  serviceStatus: ['serviceStatus'],
  callForWitnesses: [],
  donationsStop: [],
  correction: [],
  lineClosing: ['lineOpened', 'lineClosing'],
  endOfEvent: ['firstMessage', 'instructions', 'situationReport'],
  exerciseNotice: ['exerciseNotice'],
}

/** The approved text as the next version of the talking points; nothing when that very text is already there. */
export function issue(state: TalkingPoints, approved: ApprovedText): readonly TalkingPointsEvent[] {
  const { message, kind, hash, content } = approved
  if (state.sections.some((section) => section.hash === hash)) return []
  const replaces = state.sections
    .filter((section) => section.message !== message && outdates[kind].includes(section.kind))
    .map((section) => section.message)
  const { title, what, where, body, instructions: points, nextPointAt } = content
  const text = [what, where, body].filter(Boolean).join('\n\n')
  const version = state.version + 1
  return [
    {
      type: 'talkingpoints.issued',
      version,
      replaces,
      message,
      kind,
      hash,
      title,
      text,
      points,
      nextPointAt,
    },
  ]
}

/** What follows when nothing may be said of a message any more; nothing when nothing was. */
export function retract(
  state: TalkingPoints,
  message: MessageId,
  reason: string | null = null,
): readonly TalkingPointsEvent[] {
  const section = state.sections.find((section) => section.message === message)
  if (section === undefined) return []
  const { title } = section
  return [{ type: 'talkingpoints.retracted', version: state.version + 1, message, title, reason }]
}
