import { existsSync, readFileSync } from 'node:fs'
import { CAP_1_2 } from '@dec112/cap-ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import {
  corrected,
  crisis,
  exercisePage,
  message,
  publicPage,
  t0,
  takenBack,
  version,
  withdrawn,
} from '#shared/publicsite/page.fixture.ts'
import { renderFiles } from '#server/publicsite/render.ts'
import { natures } from '#shared/activation/natures.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { publicKinds } from '#shared/messages/kinds.ts'
import type { AnyPage, PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'

/** The standard's own schema lies beside the repository where the specifications are kept, and is not ours to copy. */
const schemaPath = new URL('../../../shared/specs/cap/CAP-v1.2.xsd', import.meta.url)
const schema = existsSync(schemaPath) ? readFileSync(schemaPath, 'utf8') : null

function alertsIn(page: AnyPage): ReadonlyMap<string, string> {
  return new Map([...renderFiles(page)].filter(([path]) => path.startsWith('cap/')))
}
function holding(...messages: readonly PublicMessage[]) {
  return publicPage({ crises: [crisis(false, { messages })] })
}
async function alertOf(page: AnyPage, path: string) {
  return CAP_1_2.Alert.fromXML(alertsIn(page).get(path) ?? `no ${path}`)
}
function seconds(stamp: string | undefined): number {
  expect(stamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
  return Date.parse(stamp ?? '')
}
async function refusals(xml: string): Promise<readonly string[]> {
  const result = await validateXML({
    xml: [{ fileName: 'alert.xml', contents: xml }],
    schema: [schema ?? ''],
  })
  return result.errors.map(({ message }) => message)
}

const all: readonly AnyPage[] = [
  publicPage(),
  exercisePage(),
  publicPage({
    crises: natures.map((nature, i) =>
      crisis(false, { nature, messages: [message({ id: `n${i}`, versions: [version({ nature })] })] }),
    ),
  }),
  holding(...publicKinds.map((kind) => message({ id: kind, kind, versions: [version({ kind })] }))),
  holding(
    message({
      versions: [version({ instructions: [], communes: [], where: null, contact: null, body: '' })],
    }),
  ),
]

test.runIf(schema !== null)('[W21] every alert is valid against the schema of CAP 1.2', async () => {
  const files = all.flatMap((page) => [...alertsIn(page).values()])
  const xml = files.map((contents, i) => ({ fileName: `alert-${i}.xml`, contents }))
  const result = await validateXML({ xml, schema: [schema ?? ''] })
  expect(files.length).toBeGreaterThan(50)
  expect(result.errors).toEqual([])
})

test.runIf(schema !== null)('[W22] the schema refuses Z and milliseconds in sent', async () => {
  const xml = alertsIn(publicPage()).get(`cap/${corrected.id}.1.xml`) ?? ''
  expect(await refusals(xml)).toEqual([])
  expect(await refusals(xml.replace(/<sent>.*<\/sent>/, '<sent>2026-11-23T01:35:00Z</sent>'))).not.toEqual([])
  expect(
    await refusals(xml.replace(/<sent>.*<\/sent>/, '<sent>2026-11-23T02:35:00.000+01:00</sent>')),
  ).not.toEqual([])
})

test.runIf(schema === null)(
  `[W21] SKIPPED: no schema at ${schemaPath.pathname}; parsed by @dec112/cap-ts only`,
  () => {
    expect(schema).toBeNull()
  },
)

test(
  '[W21] an independent library reads every alert, and finds what the schema does not see',
  { timeout: 30_000 },
  async () => {
    for (const page of all) {
      for (const [path, xml] of alertsIn(page)) {
        const alert = await CAP_1_2.Alert.fromXML(xml)
        expect(path).toBe(`cap/${alert.identifier}.xml`)
        expect(seconds(String(alert.info_list[0]?.expires))).toBeGreaterThan(seconds(alert.sent))
        const isFirst = alert.msgType === CAP_1_2.Alert_msgType.alert
        expect(alert.references === undefined).toBe(isFirst)
        for (const [, polygon = ''] of xml.matchAll(/<polygon>(.*?)<\/polygon>/gs)) {
          expect(polygon.split(' ').at(0)).toBe(polygon.split(' ').at(-1))
        }
      }
    }
  },
)

test('[W20] Alert, Update and Cancel, each naming all that came before', async () => {
  const third = version({ publishedAt: t0 + 45 * minute, correction: 'Une école de plus.' })
  const chain = {
    ...corrected,
    versions: [...corrected.versions, third],
    withdrawn: takenBack('Erreur de commune.', t0 + 50 * minute),
  } satisfies PublicMessage
  const page = holding(chain)
  const names = ['1', '2', '3', 'retrait'].map((step) => `${chain.id}.${step}`)
  const alerts = await Promise.all(names.map((name) => alertOf(page, `cap/${name}.xml`)))
  const { alert, update, cancel } = CAP_1_2.Alert_msgType
  expect(alerts.map(({ msgType }) => msgType)).toEqual([alert, update, update, cancel])
  const triple = (i: number, at: string) => `cip.val-fictif.example,${names[i]},2026-11-23T${at}:00+01:00`
  expect(alerts.map(({ references }) => references)).toEqual([
    undefined,
    triple(0, '02:35'),
    `${triple(0, '02:35')} ${triple(1, '02:51')}`,
    `${triple(0, '02:35')} ${triple(1, '02:51')} ${triple(2, '02:55')}`,
  ])
  expect(alerts[3]?.note).toBe('Erreur de commune.')
})

test('[W20] a cancelled alert repeats no instruction', () => {
  const xml = alertsIn(publicPage()).get(`cap/${withdrawn.id}.retrait.xml`) ?? ''
  expect(xml).toContain('<msgType>Cancel</msgType>')
  expect(xml).not.toContain('<instruction>')
})

test('[W22] sent is local time with its offset, in winter, in summer and overseas', async () => {
  const sentAt = async (publishedAt: number, timeZone: string) => {
    const { alert, ...text } = version({ publishedAt, nextPointAt: null })
    const page = holding(message({ versions: [{ ...text, alert: { ...alert, timeZone } }] }))
    return (await alertOf(page, `cap/${message().id}.1.xml`)).sent
  }
  expect(await sentAt(t0, 'Europe/Paris')).toBe('2026-11-23T02:10:00+01:00')
  expect(await sentAt(Date.UTC(2026, 6, 14, 22, 30, 5, 678), 'Europe/Paris')).toBe(
    '2026-07-15T00:30:05+02:00',
  )
  expect(await sentAt(t0, 'America/Guadeloupe')).toBe('2026-11-22T21:10:00-04:00')
  // The hour that exists twice: told apart by its offset alone.
  expect(await sentAt(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Paris')).toBe('2026-10-25T02:30:00+02:00')
  expect(await sentAt(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Paris')).toBe('2026-10-25T02:30:00+01:00')
  expect(await sentAt(t0, 'UTC')).toBe('2026-11-23T01:10:00-00:00')
})

test('[W22] an alert expires as it says, an hour after the next point, or after a day', async () => {
  const expiry = async (given: Partial<PublicVersion>) => {
    const page = holding(message({ versions: [version({ publishedAt: t0, ...given })] }))
    return String((await alertOf(page, `cap/${message().id}.1.xml`)).info_list[0]?.expires)
  }
  expect(await expiry({ expiresAt: t0 + 3 * hour })).toBe('2026-11-23T05:10:00+01:00')
  expect(await expiry({ nextPointAt: t0 + hour })).toBe('2026-11-23T04:10:00+01:00')
  expect(await expiry({ nextPointAt: t0 - hour })).toBe('2026-11-24T02:10:00+01:00')
  expect(await expiry({ nextPointAt: null })).toBe('2026-11-24T02:10:00+01:00')
})

test('[W23] an area names its communes with their INSEE codes', () => {
  const xml = alertsIn(publicPage()).get(`cap/${message().id}.1.xml`) ?? ''
  expect(xml).toMatch(/<valueName>INSEE<\/valueName>\s*<value>95487<\/value>/)
  expect(xml).toContain('Persan, Beaumont-sur-Oise, Bruyères-sur-Oise</areaDesc>')
  expect(xml).not.toContain('<polygon>')
})

test('[W24] the alerts of an exercise are marked as such, in status and in words', async () => {
  const alert = await alertOf(exercisePage(), `cap/${message().id}.1.xml`)
  expect(alert.status).toBe(CAP_1_2.Alert_status.exercise)
  expect(alert.info_list[0]?.headline).toMatch(/^EXERCICE – /)
  expect((await alertOf(publicPage(), `cap/${message().id}.1.xml`)).status).toBe(CAP_1_2.Alert_status.actual)
})

test('[W25] what has gone out stays the same while the crisis goes on', () => {
  const first = alertsIn(holding(message()))
  const second = {
    ...message(),
    versions: [version(), version({ publishedAt: t0 + hour, correction: 'Le pont.' })],
  } satisfies PublicMessage
  const goesOn = {
    messages: [second, corrected],
    communes: [],
    nextPointAt: t0 + 9 * hour,
    crisisNumber: null,
    closed: true,
    lineOpen: false,
  }
  const after = alertsIn(publicPage({ crises: [crisis(false, goesOn)], updatedAt: t0 + 2 * hour }))
  for (const [path, xml] of first) expect(after.get(path)).toBe(xml)
})

test('[W7] hostile text comes back from an alert as it went in', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom(']]>', '<a>&amp;</a>', '"\'<!--')),
      async (text) => {
        const page = holding(message({ versions: [version({ title: `x${text}x`, instructions: [] })] }))
        const alert = await alertOf(page, `cap/${message().id}.1.xml`)
        expect(alert.info_list[0]?.headline?.replaceAll('\u00A0', ' ')).toBe(
          `x${text}x`.replaceAll(/\r\n|\r/g, '\n').replaceAll('\t', ' '),
        )
      },
    ),
    { numRuns: 60 },
  )
})
