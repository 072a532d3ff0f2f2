import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { RegisterUnavailable } from './port.ts'
import type { Answer, Answered, Arguments, Asked, Method } from './protocol.ts'

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (error: Error) => void }>

/** Asks the worker and pairs its answers. Everything asked of a dead worker is refused in words. */
export class RegisterThread {
  readonly #worker: Worker
  readonly #onLost: () => void
  readonly #pending = new Map<number, Pending>()
  #asked = 0
  #gone: RegisterUnavailable | null = null

  /** `onLost`: the file was damaged and begins anew. */
  constructor(file: string, onLost: () => void) {
    this.#onLost = onLost
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: file })
    this.#worker.on('message', (answer: Answered) => this.#answered(answer))
    this.#worker.on('error', (cause) => this.#lost(new RegisterUnavailable('the register failed', { cause })))
    this.#worker.on('exit', () => this.#lost(new RegisterUnavailable('the register is closed')))
  }

  ask<M extends Method>(method: M, ...args: Arguments<M>): Promise<Answer<M>> {
    if (this.#gone !== null) return Promise.reject(this.#gone)
    const id = this.#asked++
    return new Promise<Answer<M>>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject })
      this.#worker.postMessage({ id, method, args } satisfies Asked)
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#gone !== null) return
    const exit = once(this.#worker, 'exit')
    this.ask('close').catch(() => null)
    await exit
  }

  #answered(answer: Answered): void {
    const pending = this.#pending.get(answer.id)
    this.#pending.delete(answer.id)
    if ('failure' in answer && answer.isLost) this.#onLost()
    if ('failure' in answer) pending?.reject(new RegisterUnavailable(answer.failure))
    else pending?.resolve(answer.value)
  }

  #lost(error: RegisterUnavailable): void {
    this.#gone ??= error
    for (const { reject } of this.#pending.values()) reject(this.#gone)
    this.#pending.clear()
  }
}
