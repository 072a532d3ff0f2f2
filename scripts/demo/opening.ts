import type { OpenCrisis } from '#shared/activation/commands.ts'
import { latestOpenExercise } from './find-exercise.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { minute, second } from '#shared/lib/time.ts'
import { newCommandId } from '../headless/headless-console.ts'
import type { Desk } from './actor.ts'
import { drawCall } from './call-taker.ts'
import { communes, crisisNumber, crisisTitle } from './place.ts'
import { leadRoom } from './room-lead.ts'
import { callIn, countExpected } from './switchboard.ts'
import type { Random } from '../lib/random.ts'

/** How long ago the order was received when a visitor first looks. */
const sinceOrder = 34 * minute
const sheetsOnPaper = 48

/** The exercise under way, or a new one that the switchboard opens. */
export async function followExercise({
  console,
  now,
}: Desk): Promise<Readonly<{ crisis: CrisisId; isNew: boolean }>> {
  const known = latestOpenExercise(console.state)
  if (known !== null) {
    await console.follow(known)
    return { crisis: known, isNew: false }
  }
  const id = newCommandId()
  const sent = await console.submit(order(now()), id)
  if (sent.status !== 'recorded') throw new Error(`the exercise was not opened: ${JSON.stringify(sent)}`)
  const crisis = CrisisId.parse(id)
  await console.follow(crisis)
  return { crisis, isNew: true }
}

function order(now: number): OpenCrisis {
  return {
    type: 'activation.open',
    kind: 'exercise',
    nature: 'flood',
    phase: 'active',
    order: {
      givenBy: 'Mme la directrice de cabinet',
      means: 'phone',
      receivedAt: now - sinceOrder,
      readBack: true,
    },
    title: crisisTitle,
    novi: false,
    communes: communes.slice(0, 2),
    crisisNumber,
    posts: 8,
  }
}

/** A first half hour already told, so that the screens have something to say: calls from paper, members called in. */
export async function tellFirstHalfHour(switchboard: Desk, lead: Desk, taker: Desk): Promise<void> {
  const { console } = switchboard
  for (let n = 0; n < 60 && countExpected(console.crisis) < 6; n += 1)
    await callIn(switchboard, console.crisis)
  const startedAt = drawStarts(taker.random, taker.now())
  await Promise.all(
    startedAt.map((at) =>
      taker.console.submit(drawCall(taker.random, { startedAt: at, seconds: 120, now: taker.now() })),
    ),
  )
  const notes = [
    'Le pont de Rochemaure est fermé par la gendarmerie.',
    'Le COD est ouvert, premier point avec la salle à l’heure pleine.',
  ]
  for (const text of notes) await lead.console.submit({ type: 'journal.note', text, happenedAt: null })
  // Steps of the room lead's list, then the line: seconds here, minutes in a real night.
  for (let n = 0; n < 20 && lead.console.crisis.activation.lineOpenedAt === null; n += 1) {
    await leadRoom(lead, lead.console.crisis)
  }
}

/** Ever more calls towards now. */
function drawStarts(random: Random, now: number): readonly number[] {
  return Array.from(
    { length: sheetsOnPaper },
    () => now - Math.round((1 - Math.sqrt(random.next())) * sinceOrder) - 130 * second,
  )
}
