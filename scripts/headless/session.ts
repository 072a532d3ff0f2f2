/** A signed-in person, as HTTP sees them: where, and the cookie to send along. */
export type Session = Readonly<{ url: string; cookie: string }>

/** The server answered with a refusal; `message` is its code (`access.wrong-credentials`, `request.invalid`…). */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  readonly status: number
  readonly field: string | null

  constructor(status: number, { code, field }: Readonly<{ code: string; field: string | null }>) {
    super(code)
    this.status = status
    this.field = field
  }
}

/** Throws `RequestRefused`, and whatever `fetch` throws when the server is away. */
export function signIn(url: string, login: string, password: string): Promise<Session> {
  return openSession(url, '/api/access/sign-in', { login, password })
}

/** The first administrator, by the token of the one-time set-up link. */
export function setUp(
  url: string,
  first: Readonly<{ token: string; login: string; name: string; password: string }>,
): Promise<Session> {
  return openSession(url, '/api/access/set-up', first)
}

export function acceptInvitation(url: string, token: string, password: string): Promise<Session> {
  return openSession(url, '/api/access/invitation/accept', { token, password })
}

/** Whether this session still opens a console. Rejects when the server does not say. */
export async function isSignedIn({ url, cookie }: Session): Promise<boolean> {
  const response = await fetch(new URL('/api/access/me', url), { headers: { cookie } })
  if (response.status === 401) return false
  const { mustChangePassword } = (await response.json()) as Readonly<{ mustChangePassword: boolean }>
  return !mustChangePassword
}

/** Posts JSON as this person; the answer's shape is the caller's knowledge of docs/protocol.md. */
export async function post<T>({ url, cookie }: Session, path: string, body: unknown): Promise<T> {
  return (await (await send(url, path, body, cookie)).json()) as T
}

async function openSession(url: string, path: string, body: unknown): Promise<Session> {
  const response = await send(url, path, body, null)
  const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (cookie === undefined) throw new Error(`${path} gave no session`)
  return { url, cookie }
}

async function send(url: string, path: string, body: unknown, cookie: string | null): Promise<Response> {
  // The header that no foreign page can set: the server refuses changes without it.
  const headers = new Headers({ 'content-type': 'application/json', 'x-cip-console': '1' })
  if (cookie !== null) headers.set('cookie', cookie)
  const response = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new RequestRefused(response.status, await readRefusal(response))
  return response
}

async function readRefusal(response: Response) {
  const body: unknown = await response.json().catch(() => null)
  const { code = `http-${response.status}`, field = null } = (body ?? {}) as {
    code?: string
    field?: string | null
  }
  return { code, field }
}
