import { expect, test } from 'vitest'
import { thresholds } from '#client/shell/thresholds.ts'
import { minute } from '#shared/lib/time.ts'
import { carla } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

test('[U411] the header counts to the first message and to the line, and says when each was there', () => {
  const stage = Stage.inCrisis()
  const before = thresholds(stage.it)
  expect(before).toEqual([
    { id: 'message', within: 30 * minute, keptAt: null },
    { id: 'line', within: 60 * minute, keptAt: null },
  ])
  stage.does(carla, { type: 'activation.openLine', override: null })
  expect(thresholds(stage.it)[1]?.keptAt).toBe(stage.it.activation.lineOpenedAt)
})
