import { HeadlessConsole } from '../headless/headless-console.ts'
import { createRandom, type Random } from '../lib/random.ts'
import type { Account } from './accounts.ts'
import { live, type Actor, type Desk } from './actor.ts'
import { takeCalls } from './call-taker.ts'
import { administrator } from './cast.ts'
import { drawMembers, poolSize } from './members.ts'
import { approve, write } from './message-desk.ts'
import { followExercise, tellFirstHalfHour } from './opening.ts'
import { leadRoom } from './room-lead.ts'
import { callIn } from './switchboard.ts'

const seed = 912

type Colleagues = Readonly<{
  switchboard: Desk
  lead: Desk
  takers: readonly Desk[]
  comms: Desk
  approver: Desk
}>

/** Plays the fictional préfecture until the signal: everything goes through the protocol that any console speaks. */
export async function playExercise(
  url: string,
  accounts: readonly Account[],
  signal: AbortSignal,
): Promise<void> {
  const random = createRandom(seed)
  await fillPool(url, accounts, random)
  const colleagues = await seatColleagues(url, accounts, random)
  const { switchboard, lead, takers, comms, approver } = colleagues
  const desks = [switchboard, lead, ...takers, comms, approver]
  const { crisis, isNew } = await followExercise(switchboard)
  await Promise.all(desks.map(({ console }) => console.follow(crisis)))
  const [firstTaker] = takers
  if (isNew && firstTaker !== undefined) await tellFirstHalfHour(switchboard, lead, firstTaker)
  await Promise.all(actorsOf(colleagues).map((actor) => live(actor, signal)))
  for (const { console } of desks) console.close()
}

function actorsOf({ switchboard, lead, takers, comms, approver }: Colleagues): readonly Actor[] {
  return [
    { desk: switchboard, every: [3, 9], act: callIn },
    { desk: lead, every: [2, 5], act: leadRoom },
    ...takers.map((desk) => ({ desk, every: [3, 10], act: takeCalls }) as const),
    { desk: comms, every: [4, 8], act: write },
    { desk: approver, every: [4, 8], act: approve },
  ]
}

async function seatColleagues(
  url: string,
  accounts: readonly Account[],
  random: Random,
): Promise<Colleagues> {
  const sit = async (login: string): Promise<Desk> => {
    const console = await HeadlessConsole.signIn({ url, login, password: passwordOf(accounts, login) })
    return { console, random, now: () => Date.now() + console.view.clockOffset }
  }
  const takers = await Promise.all(['f.diop', 'g.marchal', 'p.nguyen'].map(sit))
  const [switchboard, lead, comms, approver] = [
    await sit('a.morel'),
    await sit('j.tessier'),
    await sit('i.santos'),
    await sit('m.delorme'),
  ]
  return { switchboard, lead, takers, comms, approver }
}

/** Once: a pool that somebody has filled or emptied is theirs. */
async function fillPool(url: string, accounts: readonly Account[], random: Random): Promise<void> {
  const { login } = administrator
  await using console = await HeadlessConsole.signIn({ url, login, password: passwordOf(accounts, login) })
  if (console.state.standing.roster.lastImport !== null) return
  const members = drawMembers(random).map((member) => ({ id: null, member }))
  const sent = await console.submit({ type: 'roster.import', members, remove: [] })
  if (sent.status !== 'recorded')
    throw new Error(`the pool of ${poolSize} was not stored: ${JSON.stringify(sent)}`)
}

function passwordOf(accounts: readonly Account[], login: string): string {
  const account = accounts.find((one) => one.login === login)
  if (account === undefined) throw new Error(`demo-accounts.json has no ${login}`)
  return account.password
}
