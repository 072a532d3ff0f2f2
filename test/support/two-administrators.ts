import { findByLogin } from '#shared/access/select.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Command } from '#shared/command.ts'
import type { Decision } from '#shared/decision.ts'
import { RequestId, type CommandId, type PersonId } from '#shared/lib/id.ts'
import { commandId } from './drafts.ts'
import { Stage } from './stage.ts'

const verifier = '$argon2id$v=19$m=19456,t=2,p=1$c2VsLXNlbC1zZWwtc2Vs$dmVyaWZpZXI'

/** A hash that no test draws twice. */
let drawn = 0
export function someHash(): string {
  return (drawn += 1).toString(16).padStart(64, '0')
}

/** An installation from its first minute: accounts that are made, signed in to and administered as on the server. */
export class Office {
  readonly stage = new Stage()
  #commands = 0x10_0000

  /** Anna by the set-up link, Bruno from the machine and vouched for by Anna: nobody rests on one person alone. */
  static ofTwo(): Office {
    const office = new Office()
    office.machine({ type: 'access.setUp', login: 'anna', name: 'Anna', verifier })
    office.signsIn('anna')
    office.machine({ type: 'access.recover', login: 'bruno', tokenHash: someHash() })
    office.opens('bruno')
    office.does('anna', { type: 'access.vouch', account: office.idOf('bruno') })
    office.signsIn('bruno')
    return office
  }

  /** Anna by the set-up link, and nobody else. */
  static ofOne(): Office {
    const office = new Office()
    office.machine({ type: 'access.setUp', login: 'anna', name: 'Anna', verifier })
    office.signsIn('anna')
    return office
  }

  idOf(login: string): PersonId {
    const id = findByLogin(this.stage.state.standing.people, login)
    if (id === null) throw new Error(`${login} has no account`)
    return id
  }

  person(login: string) {
    const person = this.stage.state.standing.people[this.idOf(login)]
    if (person === undefined) throw new Error(`${login} has no account`)
    return person
  }

  account(login: string) {
    return this.stage.state.access.accounts[this.idOf(login)]
  }

  /** As somebody whose roles are read where the server reads them. */
  does(login: string, command: Command, id: CommandId = this.#draw()): Decision {
    return this.stage.does({ id: this.idOf(login), roles: this.person(login).roles }, command, { id })
  }

  machine(command: Command, id: CommandId = this.#draw()): Decision {
    return this.stage.does({ id: 'system' as PersonId, roles: ['system' as Role] }, command, { id })
  }

  /** Whoever holds the link of this account uses it. */
  opens(login: string): Decision {
    const tokenHash = this.account(login)?.invitation?.tokenHash ?? ''
    const opening = { account: this.idOf(login), verifier, tokenHash, present: null }
    return this.machine({ type: 'access.setPassword', ...opening })
  }

  signsIn(login: string): Decision {
    const verifier = this.account(login)?.verifier ?? null
    const session = { verifier, session: someHash(), agent: 'essais' }
    return this.machine({ type: 'access.openSession', account: this.idOf(login), ...session })
  }

  /** `by` opens an account; whoever holds the link could use it. */
  invites(by: string, login: string, ...roles: readonly Role[]): Decision {
    const link = { tokenHash: someHash() }
    return this.does(by, { type: 'access.createAccount', login, name: login, roles: [...roles], ...link })
  }

  /** The request that stands; throws unless there is exactly one. */
  get request(): RequestId {
    const [id, ...others] = Object.keys(this.stage.state.standing.requests)
    if (id === undefined || others.length > 0) throw new Error('not one request')
    return RequestId.parse(id)
  }

  confirms(login: string, request: RequestId = this.request, codeHash: string = someHash()): Decision {
    return this.does(login, { type: 'access.confirm', request, codeHash })
  }

  gives(by: string, login: string, ...roles: readonly Role[]): Decision {
    const change = { account: this.idOf(login), name: login, roles: [...roles], tokenHash: someHash() }
    return this.does(by, { type: 'access.changeAccount', ...change })
  }

  #draw(): CommandId {
    return commandId((this.#commands += 1))
  }
}
