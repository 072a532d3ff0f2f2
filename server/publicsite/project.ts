import { leavesAt, type OutCrisis, outOf, turnsUpTo } from '#server/publicsite/by-time.ts'
import { isExercise, isLineOpen } from '#shared/activation/select.ts'
import type { EventNature } from '#shared/activation/natures.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { nextPointInForce } from '#shared/messages/next-point.ts'
import type { Message, Version } from '#shared/messages/state.ts'
import { type AlertFacts, cancellationFacts, factsOf } from '#shared/publicsite/alert-facts.ts'
import type { Installation } from '#shared/publicsite/installation.ts'
import type {
  ExercisePage,
  PublicCrisis,
  PublicInstallation,
  PublicMessage,
  PublicPage,
  PublicVersion,
} from '#shared/publicsite/page-model.ts'
import type { Crisis, State } from '#shared/state.ts'

/** Who speaks today; what has gone out keeps who spoke then. */
export type Speaker = Installation & Pick<PublicInstallation, 'stateBrand'>

export type Pages = Readonly<{ page: PublicPage; exercise: ExercisePage }>

/**
 * The live state as the public may read it: only what was approved and published. A crisis whose first message has not
 * gone out does not appear at all, nor does its title: nobody has approved it.
 * @param now milliseconds; decides which closed crises have left the page
 */
export function pagesOf(state: State, speaker: Speaker & Pick<PublicInstallation, 'id'>, now: number): Pages {
  const out = outOf(state)
  const allReal = out.filter(([, { activation }]) => !isExercise(activation))
  const allExercises = out.filter(([, { activation }]) => isExercise(activation))
  const real = allReal.filter(([, crisis]) => leavesAt(crisis) > now)
  const exercises = allExercises.filter(([, crisis]) => leavesAt(crisis) > now)
  const { lacks, ...installation } = speaker
  const name = lacks.includes('name') ? (lastSender(real) ?? installation.name) : installation.name
  return {
    page: {
      exercise: false,
      installation: { ...installation, name },
      crises: real.map(([id, crisis]) => crisisOf(id, crisis, { exercise: false, speaker })),
      updatedAt: lastChange(allReal, now),
    },
    exercise: {
      exercise: true,
      installation,
      crises: exercises.map(([id, crisis]) => crisisOf(id, crisis, { exercise: true, speaker })),
      updatedAt: lastChange(allExercises, now),
    },
  }
}

/**
 * The name under which something real went out last. An installation that has lost its name since (a restart without its
 * settings) goes on showing what is out under that one, never under the product's, and never takes instructions away.
 */
function lastSender(crises: readonly OutCrisis[]): string | undefined {
  const versions = crises.flatMap(([, { messages }]) =>
    Object.values(messages).flatMap(({ versions }) => versions),
  )
  return versions.toSorted((a, b) => a.seq - b.seq).at(-1)?.alert?.senderName
}

function crisisOf<Exercise extends boolean>(
  id: CrisisId,
  crisis: Crisis,
  { exercise, speaker }: Readonly<{ exercise: Exercise; speaker: Speaker }>,
): PublicCrisis<Exercise> {
  const { activation, messages } = crisis
  const { title, nature, t0: since, communes, crisisNumber, closed } = activation
  const out = Object.values(messages).map((message) => messageOf(message, nature, speaker))
  return {
    id,
    exercise,
    title,
    nature,
    since,
    communes,
    crisisNumber,
    numberHours: null,
    lineOpen: isLineOpen(activation),
    closed: closed !== null,
    // A promise that is late stays promised, whatever the hour.
    nextPointAt: nextPointInForce(crisis, 0)?.dueAt ?? null,
    messages: out.filter((message) => message !== null),
  }
}

function messageOf(
  { id, kind, versions, withdrawn }: Message,
  nature: EventNature,
  installation: Installation,
): PublicMessage | null {
  const [first, ...later] = versions.map((version) =>
    versionOf(version, factsOf(version, { installation, nature, kind })),
  )
  if (first === undefined) return null
  return {
    id,
    kind,
    versions: [first, ...later],
    withdrawn: withdrawalOf(withdrawn, later.at(-1) ?? first, installation),
  }
}

function versionOf(
  { content, correction, published, seq, sentAt, communes, contact }: Version,
  alert: AlertFacts,
): PublicVersion {
  return { ...content, correction, publishedAt: published.at, seq, sentAt, communes, contact, alert }
}

function withdrawalOf(
  withdrawn: Message['withdrawn'],
  last: PublicVersion,
  installation: Installation,
): PublicMessage['withdrawn'] {
  if (withdrawn === null) return null
  const { at, sentAt, reason, alert } = withdrawn
  return { at, sentAt, reason, alert: alert ?? cancellationFacts(last.alert, installation, sentAt) }
}

/**
 * The last fact, or the last change that came by time alone. Nothing happening is true now: the page then says when it
 * was last looked at.
 */
function lastChange(out: readonly OutCrisis[], now: number): number {
  const shown = out.filter(([, crisis]) => leavesAt(crisis) > now)
  if (shown.length === 0) return now
  const facts = shown.flatMap(([, { activation, messages }]) => [
    activation.openedAt,
    activation.lineOpenedAt ?? 0,
    activation.lineClosedAt ?? 0,
    activation.closed?.at ?? 0,
    ...Object.values(messages).flatMap(changesOf),
  ])
  return Math.max(...facts, ...turnsUpTo(out, now))
}

function changesOf({ versions, withdrawn }: Message): readonly number[] {
  return [...versions.map(({ published }) => published.at), withdrawn?.at ?? 0]
}
