/**
 * What the types cannot refuse, refused before anything is rendered. Each fault is a bug of whoever made the page: the
 * commands behind it must have refused it already, so it is thrown and the page that stands stays up.
 */
import { isKnownForm } from '#server/publicsite/cap-alert.ts'
import type { AlertFacts } from '#shared/publicsite/alert-facts.ts'
import type {
  AnyCrisis,
  AnyPage,
  PublicCommune,
  PublicMessage,
  PublicVersion,
} from '#shared/publicsite/page-model.ts'

/** Names the message or crisis and the field; holds none of its text. */
export class UnpublishablePage extends Error {
  override readonly name = 'UnpublishablePage'
}

/** @throws UnpublishablePage for the first fault found. */
export function checkPage(page: AnyPage): void {
  checkUrl(page.installation.url)
  for (const crisis of page.crises) checkCrisis(page, crisis)
  const ids = page.crises.flatMap(({ messages }) => messages.map(({ id }) => id))
  demand(new Set(ids).size === ids.length, 'two messages bear the same id')
}

function checkUrl(url: string): void {
  const parsed = URL.parse(url)
  demand(
    parsed !== null && /^https?:$/.test(parsed.protocol),
    'installation.url is not an absolute http(s) address',
  )
  demand(!/[?#]|\/$/.test(url), 'installation.url has a query, a fragment or a trailing slash')
}

function checkCrisis(page: AnyPage, crisis: AnyCrisis): void {
  const of = `crisis ${crisis.id}`
  // The exercise lock of this feature: what pretends to be real never reaches the public, and the other way round.
  demand(crisis.exercise === page.exercise, `${of} is on the wrong page: exercise is ${crisis.exercise}`)
  checkId(crisis.id)
  checkCommunes(of, crisis.communes)
  crisis.messages.forEach(checkMessage)
}

function checkMessage(message: PublicMessage): void {
  const { id, versions, withdrawn } = message
  checkId(id)
  versions.forEach((version, i) => {
    const of = `message ${id} version ${i + 1}`
    const earlier = versions[i - 1]
    demand(
      (earlier === undefined) === (version.correction === null),
      `${of}: correction goes with versions past 1`,
    )
    checkVersion(of, version)
  })
  if (withdrawn !== null) checkForm(`message ${id}`, withdrawn.alert)
  demand(withdrawn === null || withdrawn.reason.trim() !== '', `message ${id}: withdrawn without a reason`)
}

function checkVersion(of: string, version: PublicVersion): void {
  demand(version.title.trim() !== '', `${of}: no title`)
  demand(version.correction?.trim() !== '', `${of}: correction does not say what changed`)
  // Seconds: CAP knows no finer time, and an alert must not expire in the second that it is sent.
  const lives = toSeconds(version.alert.expiresAt) > toSeconds(version.sentAt)
  demand(lives, `${of}: expires before it is sent`)
  checkCommunes(of, version.communes)
  checkForm(of, version.alert)
}

/** A journal that a newer version has written: its alerts are not guessed at. */
function checkForm(of: string, { form }: AlertFacts): void {
  demand(isKnownForm(form), `${of}: its alert has a form that this version does not know`)
}

function checkCommunes(of: string, communes: readonly PublicCommune[]): void {
  for (const { code } of communes) demand(/^(\d{2}|2[AB])\d{3}$/.test(code), `${of}: not an INSEE code`)
}

/** Ids become file names, fragments and CAP identifiers, where a space, a comma, `<`, `&` and `/` are forbidden. */
function checkId(id: string): void {
  demand(
    /^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/.test(id),
    'an id holds other characters than letters, digits, . and -',
  )
}

function toSeconds(at: number): number {
  return Math.floor(at / 1000)
}

function demand(holds: boolean, fault: string): void {
  if (!holds) throw new UnpublishablePage(fault)
}
