import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { mayAsk } from '#shared/access/may-ask.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import { maskSheet } from '#shared/calls/mask.ts'
import { sightOf, type Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { SheetId, type CrisisId } from '#shared/lib/id.ts'
import {
  ExportQuery,
  LogQuery,
  PhoneQuery,
  SeriesQuery,
  SheetQuery,
  type SheetRecord,
} from '#shared/register/queries.ts'
import type { State } from '#shared/state.ts'
import type { ActorOf } from '#server/http/actor.ts'
import { ApiError } from '#server/http/api-error.ts'
import { parse } from '#server/http/edge.ts'
import { csvHead, csvLines, type CrisisKind } from './csv.ts'
import { RegisterUnavailable, type Register } from './port.ts'

const exportPage = 500
/** Seconds after which it is worth asking again while the register is made anew. */
const rebuiltIn = 5
/** What is asked sees what was acknowledged before; a register that takes longer answers with what it has. */
const patienceMs = 1_000
/** A logbook that is taken away must be whole: it waits longer, and is refused rather than cut short. */
const exportPatienceMs = 20_000

export type RegisterParts = Readonly<{
  register: Register
  actorOf: ActorOf
  state: () => State
  /** Somebody read in full what is masked to others: counted, without saying what. */
  onPersonalRead: () => void
}>

type Reader = ReturnType<ActorOf>
const SheetPath = z.object({ id: SheetId })

/** What consoles ask beyond their live state. Everything needs a session; what one may not see is masked here. */
export function registerRoutes(parts: RegisterParts): Router {
  const desk = new RegisterDesk(parts)
  const router = Router()
  router.get('/logbook.csv', (request, response) => desk.logbookCsv(request, response))
  router.use(async (request, _response, next) => {
    await desk.catchUp(request)
    next()
  })
  router.get('/sheets', (request, response) => desk.sheets(request, response))
  router.get('/sheets/:id', (request, response) => desk.sheet(request, response))
  router.get('/logbook', (request, response) => desk.logbook(request, response))
  router.get('/series', (request, response) => desk.series(request, response))
  return router
}

class RegisterDesk {
  readonly #parts: RegisterParts

  constructor(parts: RegisterParts) {
    this.#parts = parts
  }

  /** Where it is being filled, its answers say so instead. */
  async catchUp(request: Request): Promise<void> {
    const { actorOf, register, state } = this.#parts
    actorOf(request)
    if (register.indexing() !== null) return
    await register.waitFor(state().seq, AbortSignal.timeout(patienceMs)).catch(() => {})
  }

  async sheets(request: Request, response: Response): Promise<void> {
    const reader = this.#parts.actorOf(request)
    const { register } = this.#parts
    if (request.query['phone'] !== undefined) {
      const { crisis, phone } = parse(PhoneQuery, request.query)
      if (sightFrom(reader) === 'facts') throw new ApiError(403, 'command.forbidden')
      const sheets = await this.#answer(register.sheetsByPhone(crisis, phone), 'whole')
      response.json(sheets.map((sheet) => show(sheet, reader, this.#parts)))
      return
    }
    const query = parse(SheetQuery, request.query)
    const page = await this.#answer(register.searchSheets(query, sightFrom(reader)))
    const rows = page.rows.map(({ seq, sheet }) => ({ seq, sheet: show(sheet, reader, this.#parts) }))
    response.json({ ...page, rows })
  }

  async sheet(request: Request, response: Response): Promise<void> {
    const reader = this.#parts.actorOf(request)
    const { id } = parse(SheetPath, request.params)
    const record = await this.#answer(this.#parts.register.sheet(id))
    if (record === null) {
      this.#demandWhole()
      throw new ApiError(404, 'register.unknown-sheet')
    }
    response.json(showRecord(record, reader, this.#parts))
  }

  async logbook(request: Request, response: Response): Promise<void> {
    const reader = this.#parts.actorOf(request)
    const query = parse(LogQuery, request.query)
    if (query.crisis === 'standing' && !mayAsk(reader.roles, 'installationLog')) {
      throw new ApiError(403, 'command.forbidden')
    }
    response.json(await this.#answer(this.#parts.register.searchLogbook(query)))
  }

  async logbookCsv(request: Request, response: Response): Promise<void> {
    const { actorOf, state, register } = this.#parts
    actorOf(request)
    const { crisis } = parse(ExportQuery, request.query)
    const activation = state().crises[crisis]?.activation
    if (activation === undefined) throw new ApiError(404, 'crisis.unknown')
    await register.waitFor(state().seq, AbortSignal.timeout(exportPatienceMs)).catch(() => {
      throw this.#unavailable()
    })
    if (!(await this.#answer(register.isWhole()))) throw this.#unavailable()
    const count = await this.#answer(register.countLines(crisis))
    const { kind } = activation
    const name = kind === 'exercise' ? 'EXERCICE-main-courante.csv' : 'main-courante.csv'
    response.attachment(name).type('text/csv; charset=utf-8')
    await pipeline(Readable.from(csvOf(crisis, { kind, count }, register)), response)
  }

  async series(request: Request, response: Response): Promise<void> {
    this.#parts.actorOf(request)
    const { crisis, since } = parse(SeriesQuery, request.query)
    response.json(await this.#answer(this.#parts.register.callSeries(crisis, since), 'whole'))
  }

  /** `whole`: an answer that cannot say what it lacks is not given while something is missing. */
  async #answer<T>(asked: Promise<T>, needs: 'whole' | 'some' = 'some'): Promise<T> {
    try {
      const answer = await asked
      if (needs === 'whole') this.#demandWhole()
      return answer
    } catch (error) {
      if (error instanceof RegisterUnavailable) throw this.#unavailable()
      throw error
    }
  }

  #demandWhole(): void {
    if (this.#parts.register.isRebuilt()) throw this.#unavailable()
  }

  #unavailable(): ApiError {
    return new ApiError(
      503,
      this.#parts.register.isRebuilt() ? 'register.rebuilding' : 'register.unavailable',
      {
        retryAfter: rebuiltIn,
      },
    )
  }
}

/** One's own sheets, and the call-back one has taken, in full; others as far as one's roles reach. */
function sightOn(sheet: Sheet, reader: Reader): Sight {
  return sheet.by === reader.person || isHolder(sheet, reader) ? 'whole' : sightFrom(reader)
}

function show(sheet: Sheet, reader: Reader, { onPersonalRead }: RegisterParts): Sheet {
  const sight = sightOn(sheet, reader)
  if (sight === 'whole' && sheet.personal !== null && sheet.by !== reader.person) onPersonalRead()
  return maskSheet(sheet, sight)
}

function showRecord(record: SheetRecord, reader: Reader, parts: RegisterParts): SheetRecord {
  const sight = sightOn(record.sheet, reader)
  const versions = record.versions.map((version) => ({ ...version, sheet: maskSheet(version.sheet, sight) }))
  return { ...record, sheet: show(record.sheet, reader, parts), versions }
}

function sightFrom({ roles }: Reader): Sight {
  return sightOf(audienceOf(roles))
}

function isHolder({ callback }: Sheet, reader: Reader): boolean {
  return callback?.status.kind === 'taken' && callback.status.by === reader.person
}

/** Page by page: a long logbook never stands in memory whole. */
async function* csvOf(
  crisis: CrisisId,
  { kind, count }: Readonly<{ kind: CrisisKind; count: number }>,
  register: Register,
): AsyncGenerator<string> {
  yield csvHead()
  let after = 0
  for (let told = 0; ;) {
    const lines = await register.logbookAfter(crisis, after, exportPage)
    const last = lines.at(-1)
    // Lost on the way: whoever takes it away sees that it broke off.
    if (last === undefined && told < count) throw new RegisterUnavailable('the register was lost')
    if (last === undefined) return
    yield csvLines(lines, kind)
    told += lines.length
    after = last.seq
  }
}
