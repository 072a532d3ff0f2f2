import type { Refusal } from '#shared/refusal.ts'

type Told = { field?: string | null; detail?: string | null; retryAfter?: number | null }

/** An answer that is not the one hoped for. `code` is translated by the console; `field` names what to correct. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly field: string | null
  readonly detail: string | null
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number | null

  constructor(status: number, code: string, { field = null, detail = null, retryAfter = null }: Told = {}) {
    super(code)
    this.status = status
    this.code = code
    this.field = field
    this.detail = detail
    this.retryAfter = retryAfter
  }
}

export function refusedAs({ code, field, detail }: Refusal): ApiError {
  return new ApiError(code === 'command.forbidden' ? 403 : 409, code, { field, detail })
}
