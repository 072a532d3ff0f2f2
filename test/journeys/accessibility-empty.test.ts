import { beforeAll, expect, test } from 'vitest'
import { faultsOfScreen, screens } from '../support/axe.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
})

test.each(screens)('[E30] axe finds nothing on %s before any crisis (%s)', async (...screen) => {
  expect(await faultsOfScreen({ consoles, url: server.url }, screen)).toEqual([])
})
