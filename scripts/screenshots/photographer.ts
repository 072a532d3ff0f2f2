import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Session } from '../headless/session.ts'
import { chromiumOptions } from '../lib/chromium.ts'
import type { Occasion } from './occasions.ts'
import type { Look, Screen } from './screens.ts'

/** Longest wait for a screen's first content; it is then taken as it is, which the picture shows. */
const patienceMs = 8_000

/** A whole page, on a machine that has other work. */
const loadingMs = 30_000

/** Opens screens in a real browser and writes them to `folder`, as `<state>/<screen>-<look>.png`. */
export class Photographer implements AsyncDisposable {
  readonly #browser: Browser
  readonly #folder: string
  readonly #url: string
  readonly #sessions: ReadonlyMap<string, Session>
  readonly #contexts = new Map<string, BrowserContext>()
  taken = 0

  private constructor(browser: Browser, folder: string, { url, sessions }: At) {
    this.#browser = browser
    this.#folder = folder
    this.#url = url
    this.#sessions = sessions
  }

  static async start(folder: string, at: At): Promise<Photographer> {
    return new Photographer(await chromium.launch(chromiumOptions), folder, at)
  }

  async takeAll(occasions: readonly Occasion[], looks: readonly Look[]): Promise<void> {
    for (const occasion of occasions) {
      for (const look of looks) {
        const page = await this.open(occasion.screen, look)
        await this.shoot(page, occasion, look)
        await page.close()
      }
    }
  }

  async open({ path, login }: Screen, look: Look): Promise<Page> {
    const context = await this.#contextOf(login, look)
    const page = await context.newPage()
    page.setDefaultTimeout(patienceMs)
    await page.goto(new URL(path, this.#url).href, { timeout: loadingMs })
    // Loaded and told the state: no element says that it is still waiting.
    const settled = page.locator('main').and(page.locator(':not(:has([aria-busy="true"]))'))
    await settled.waitFor({ timeout: patienceMs }).catch(() => {})
    await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {})
    return page
  }

  /** Does on the page what the picture is to show, then takes it as it is, in the whole length of a page that scrolls. */
  async shoot(page: Page, { state, name, act }: Occasion, look: Look): Promise<void> {
    const path = join(this.#folder, state, `${name}-${look.name}.png`)
    await act(page).catch((error: unknown) => console.error(`${path} : ${String(error).split('\n', 1)[0]}`))
    await page.waitForLoadState('networkidle', { timeout: 500 }).catch(() => {})
    mkdirSync(dirname(path), { recursive: true })
    await page.screenshot({ path, fullPage: true })
    this.taken += 1
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close()
  }

  async #contextOf(login: string | null, { name, language, ...look }: Look): Promise<BrowserContext> {
    const key = `${login ?? ''} ${name}`
    const known = this.#contexts.get(key)
    if (known !== undefined) return known
    const context = await this.#browser.newContext({ ...look, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
    if (language !== undefined) {
      // The console's own choice, as it is kept by this person on this machine.
      await context.addInitScript((chosen) => localStorage.setItem('cip.language', chosen), language)
    }
    const session = login === null ? undefined : this.#sessions.get(login)
    if (session !== undefined) {
      const [cookieName = '', value = ''] = session.cookie.split('=', 2)
      await context.addCookies([{ name: cookieName, value, url: this.#url }])
    }
    this.#contexts.set(key, context)
    return context
  }
}

type At = Readonly<{ url: string; sessions: ReadonlyMap<string, Session> }>
