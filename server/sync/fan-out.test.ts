import { expect, test } from 'vitest'
import type { Socket } from 'socket.io'
import { toLive, type Draft, type Entry } from '#shared/journal/entry.ts'
import { roles } from '#shared/access/roles.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import { viewEntry } from '#shared/sync/view.ts'
import { splitMember } from '#shared/roster/select.ts'
import type { Frame } from '#shared/sync/wire.ts'
import { FanOut } from '#server/sync/fan-out.ts'
import { commandId, noted } from '../../test/support/drafts.ts'
import { member } from '../../test/support/members.ts'
import { logged } from '../../test/support/sheet-facts.ts'
import { odile } from '../../test/support/sheets.ts'

/** A console that notes the frames it is told, by the ordinary way. */
function listening(frames: Frame[]): Socket {
  const conn = { transport: { name: 'none', writable: false }, writeBuffer: [] }
  return { conn, emit: (_: string, frame: Frame) => frames.push(frame) } as unknown as Socket
}

function stored(drafts: readonly Draft[]): readonly Entry[] {
  return drafts.map((draft, n) => ({ ...draft, seq: n + 1, hash: String(n + 1) }))
}

async function toldOf(drafts: readonly Draft[]): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  const fanOut = new FanOut(0, null, (error) => expect.unreachable(String(error)))
  fanOut.join(listening(frames), { audience: audienceOf(['callTaker']), crisis: null }, 0)
  fanOut.push(stored(drafts))
  await expect.poll(() => frames.at(-1)?.to).toBe(drafts.length)
  return frames
}

function act(n: number, facts: number): readonly Draft[] {
  return Array.from({ length: facts }, () => ({ ...noted(n), command: commandId(n) }))
}

test('[R274] a long list is told in frames of at most 500 facts that follow each other', async () => {
  const frames = await toldOf([...act(1, 3), ...act(2, 1_600)])
  expect(Math.max(...frames.map(({ from, to }) => to - from))).toBeLessThanOrEqual(500)
  expect(frames.map(({ from }) => from)).toEqual([0, ...frames.slice(0, -1).map(({ to }) => to)])
  expect(frames.map(({ hash }) => hash)).toEqual(frames.map(({ to }) => String(to)))
})

test('[R274] shorter acts are never cut in two, however many come at once', async () => {
  const acts = Array.from({ length: 120 }, (_, n) => act(n + 1, 7))
  const frames = await toldOf(acts.flat())
  expect(frames.length).toBeGreaterThan(1)
  for (const { to } of frames) expect(to % 7).toBe(0)
})

/** The nth member of one list. */
function added(n: number): Draft {
  const id = nthMemberId(commandId(1), n)
  const event = { type: 'roster.memberAdded', member: id, subject: id, ...splitMember(member(n)) } as const
  return { ...noted(1), event }
}

test('[R275] what is erased while a long list is being told is told no more, nor to who comes back', async () => {
  const frames: Frame[] = []
  const fanOut = new FanOut(0, null, (error) => expect.unreachable(String(error)))
  const viewpoint = { audience: audienceOf(['hr']), crisis: null }
  fanOut.join(listening(frames), viewpoint, 0)
  const list = Array.from({ length: 900 }, (_, n) => added(n))
  fanOut.push(stored(list))
  const erased = nthMemberId(commandId(1), 850)
  fanOut.forget(erased)
  await expect.poll(() => frames.at(-1)?.to).toBe(list.length)
  const told = frames.flatMap(({ entries }) => entries)
  const remembered = (fanOut.missedSince(800) ?? []).map(({ entry }) => entry)
  for (const entries of [told, remembered]) {
    const [one, other] = [851, 852].map((seq) => entries.find((entry) => entry.seq === seq)?.event)
    expect(one).toMatchObject({ subject: erased, personal: null })
    expect(other).toMatchObject({ personal: { lastName: 'Nom0851' } })
  }
})

test('[C23, R39] whoever shares a frame sees the same: each console is told what its own roles may see', async () => {
  const sheet = logged(2, { personal: { ...odile, note: 'Odile Garnier au 06 12 34 56 78' } })
  for (const facts of [[added(1)], [sheet], [added(1), sheet], [noted(1)]]) {
    const entries = stored(facts)
    const fanOut = new FanOut(0, null, (error) => expect.unreachable(String(error)))
    const consoles = [sheet.crisis, null].flatMap((crisis) =>
      roles.flatMap((one) => roles.map((other) => ({ audience: audienceOf([one, other]), crisis }))),
    )
    const told = consoles.map((viewpoint) => {
      const frames: Frame[] = []
      fanOut.join(listening(frames), viewpoint, 0)
      return { viewpoint, frames }
    })
    fanOut.push(entries)
    await expect.poll(() => told.every(({ frames }) => frames.length === 1)).toBe(true)
    for (const { viewpoint, frames } of told) {
      const seen = entries.map(toLive).map((entry) => viewEntry(entry, viewpoint))
      expect(frames[0]?.entries).toEqual(seen.filter((entry) => entry !== null))
    }
  }
})
