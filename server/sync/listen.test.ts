import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

test('[F112] what throws or rejects while a console is heard is logged and reaches nobody else', async () => {
  const socket = new EventEmitter()
  const logged: unknown[] = []
  const { on } = listen(socket, { error: (what: unknown) => void logged.push(what) } as never)
  const heard: unknown[] = []
  const full = new Error('ENOSPC')
  on('release', () => {
    throw full
  })
  on('hello', () => Promise.reject(full))
  on('doing', (doing) => void heard.push(doing))
  for (const event of ['release', 'hello', 'doing']) socket.emit(event, 'page')
  await new Promise(setImmediate)
  expect(heard).toEqual(['page'])
  expect(logged).toEqual([
    { error: full, event: 'release' },
    { error: full, event: 'hello' },
  ])
})
