import { beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../support/accounts.ts'
import { faultsOf, faultsOfScreen, screens } from '../support/axe.ts'
import { fillCell } from '../support/busy-cell.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  await fillCell(server.url, 'exercise')
})

test.each(screens.filter(([, role]) => role !== null))(
  '[E30] [U417] [U432] [U433] axe and the scale find nothing on %s in the thick of an exercise (%s)',
  async (...screen) => {
    expect(await faultsOfScreen({ consoles, url: server.url }, screen)).toEqual([])
  },
)

test('[E30] axe finds nothing on a dialog, the key map and the palette', async () => {
  const page = await consoles.open('salle', sessionOf(server.url, 'roomLead'), { path: '/situation' })
  await page.getByRole('button', { name: /^Ouvrir la ligne/ }).press('Enter')
  await page.getByRole('dialog').waitFor()
  const faults = [...(await faultsOf(page, 'dialog'))]
  await page.keyboard.press('Escape')
  for (const keys of ['?', 'Control+k']) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    faults.push(...(await faultsOf(page, keys)))
    await page.keyboard.press('Escape')
  }
  expect(faults).toEqual([])
})
