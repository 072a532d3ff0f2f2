import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { hour, minute } from '#shared/lib/time.ts'
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'
import {
  corrected,
  crisis,
  exercisePage,
  message,
  publicPage,
  t0,
  version,
} from '#shared/publicsite/page.fixture.ts'
import type { AnyPage, PublicMessage } from '#shared/publicsite/page-model.ts'
import { renderFiles } from '#server/publicsite/render.ts'

// Facts as an event of form 1 holds them, not as today's tables and settings would make them.
const facts: AlertFacts = {
  form: 1,
  sender: 'cip.val-fictif.example',
  senderName: 'Préfecture du Val-Fictif',
  url: 'https://cip.val-fictif.example',
  timeZone: 'Europe/Paris',
  phone: '+33130000001',
  nature: { label: 'Crue soudaine', categories: ['Met', 'Geo'] },
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Likely',
  response: 'Execute',
  expiresAt: t0 + 9 * hour,
}
const moved: AlertFacts = {
  ...facts,
  senderName: 'Préfecture : « ailleurs »',
  url: 'https://ailleurs.example:8443',
  timeZone: 'America/Guadeloupe',
  phone: null,
}

// Every step and every branch of the form: a first text, corrections under another name and address, a cancellation, a
// text without place, number or instructions in the hour that exists twice, and an exercise's.
const [first, second] = corrected.versions
const chain: PublicMessage = {
  ...corrected,
  versions: [
    { ...first, alert: facts },
    { ...(second ?? first), alert: facts },
    version({ publishedAt: t0 + 45 * minute, correction: 'Une école « de plus » ; <b>&.', alert: moved }),
  ],
  withdrawn: { at: t0 + 50 * minute, sentAt: t0 + 50 * minute, reason: 'Erreur de commune.', alert: moved },
}
const twice = Date.UTC(2026, 9, 25, 1, 30)
const nothing = { instructions: [], communes: [], where: null, contact: null, body: '' }
const bare = message({
  id: 'bare',
  versions: [version({ ...nothing, publishedAt: twice, alert: { ...moved, expiresAt: twice + hour } })],
})
const pages: readonly AnyPage[] = [
  publicPage({ crises: [crisis(false, { messages: [chain, bare] })] }),
  exercisePage({
    crises: [crisis(true, { messages: [message({ versions: [version({ alert: facts })] })] })],
  }),
]

test('[W202] the bytes of the first form of alert are those of the day it was made', async () => {
  const alerts = pages.flatMap((page) => [...renderFiles(page)].filter(([path]) => path.startsWith('cap/')))
  const all = alerts.map(([path, xml]) => `<!-- ${path} -->\n${xml}`).join('\n')
  const golden = await readFile(new URL('cap-alert-1.golden.xml', import.meta.url), 'utf8')
  // What differs here would change under its identifier what is out already: give the new form a new number instead.
  expect(all).toBe(golden)
})
