import type { Refusal } from '#shared/refusal.ts'

/** An answer that is not the one hoped for. `code` is translated by the console; `field` names what to correct. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly field: string | null
  readonly detail: string | null

  constructor(
    status: number,
    code: string,
    { field = null, detail = null }: { field?: string | null; detail?: string | null } = {},
  ) {
    super(code)
    this.status = status
    this.code = code
    this.field = field
    this.detail = detail
  }
}

export function refusedAs({ code, field, detail }: Refusal): ApiError {
  return new ApiError(code === 'command.forbidden' ? 403 : 409, code, { field, detail })
}
