/** An answer that is not the one hoped for; `code` has its sentence in `client/lib/api-words.ts`. Status 0: no network. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly field: string | null
  readonly detail: string | null

  constructor(
    status: number,
    { code, field, detail }: Readonly<{ code: string; field: string | null; detail: string | null }>,
  ) {
    super(code)
    this.status = status
    this.code = code
    this.field = field
    this.detail = detail
  }
}

let speaker: string | null = null
let whenRefused = () => {}

/** Whose console asks from now on: the server refuses when its cookie has become another person's. */
export function speakFor(person: string | null): void {
  speaker = person
}

export function onOtherPerson(listener: () => void): void {
  whenRefused = listener
}

/** Asks the server; what it answers is trusted to be of type `T`, as both are one build. Throws `ApiError`. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask(path, signal === undefined ? {} : { signal })
}

export function postJson<T>(path: string, body: unknown): Promise<T> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export function postBytes<T>(path: string, bytes: Blob): Promise<T> {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes })
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers)
  // A foreign page can't set this header: the server refuses changes without it.
  headers.set('x-cip-console', '1')
  if (speaker !== null) headers.set('x-cip-person', speaker)
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error
    throw new ApiError(0, { code: 'network.away', field: null, detail: null })
  })
  if (!response.ok) {
    const refusal = await readRefusal(response)
    if (refusal.code === 'access.other-person') whenRefused()
    throw new ApiError(response.status, refusal)
  }
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

async function readRefusal(response: Response) {
  const body: unknown = await response.json().catch(() => null)
  const { code = 'server.failed', field = null, detail = null } = (body ?? {}) as Partial<ApiError>
  return { code, field, detail }
}
