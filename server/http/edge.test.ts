import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { ApiError } from '#server/http/api-error.ts'
import { errorHandler } from '#server/http/edge.ts'
import { createLogger } from '#server/lib/logger.ts'

test.each([
  [new ApiError(503, 'server.unavailable'), '2'],
  [new ApiError(503, 'register.unavailable', { detail: 'index' }), '2'],
  [new ApiError(429, 'access.too-many-attempts', { detail: '840', retryAfter: 840 }), '840'],
  [new ApiError(429, 'access.too-many-attempts'), '2'],
  [new ApiError(409, 'crisis.closed', { detail: '9' }), null],
])('[N202] %s says when to ask again, where that helps', async (error, expected) => {
  const app = express()
  app.get('/', () => {
    throw error
  })
  app.use(errorHandler(createLogger('silent')))
  const http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { headers, status } = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`)
  expect([status, headers.get('retry-after')]).toEqual([error.status, expected])
  http.close()
})
