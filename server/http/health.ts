import { Router } from 'express'
import type { Metrics } from '#server/metrics.ts'

/** For whoever watches the machine: is the process alive, can it take commands, what does it measure. */
export function healthRoutes({
  isReady,
  metrics,
}: Readonly<{ isReady: () => Promise<boolean>; metrics: Metrics }>): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const ready = await isReady()
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n')
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}
