import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Session } from '#scripts/headless/session.ts'
import { chromiumOptions } from '#scripts/lib/chromium.ts'

/*
 * Real consoles in real Chromium, one context (cookies, storage, service worker) per person. Nothing here waits for time
 * to pass: a locator's own waiting is the only clock.
 */

const screenshots = '.cache/journeys'
// A loaded machine paints late; nothing in a journey takes longer than this unless it is broken.
const patience = 30_000

const place = { locale: 'fr-FR', timezoneId: 'Europe/Paris' } as const

export const desktop = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const
/** A small telephone, and a screen enlarged four times. */
export const narrowest = [
  { width: 320, height: 640 },
  { width: 360, height: 225 },
] as const

type Look = Readonly<{
  viewport?: Readonly<{ width: number; height: number }>
  colorScheme?: 'light' | 'dark'
  /** Where the console opens; by default the situation. */
  path?: string
  javaScriptEnabled?: boolean
}>

/** One console with a profile of its own on the disk, which can be looked through: the caller closes it. */
export async function openProfile(folder: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    ...chromiumOptions,
    viewport: desktop,
    ...place,
  })
  context.setDefaultTimeout(patience)
  return context
}

/** What a page itself complained of: uncaught errors, and refusals by the content security policy. */
type Faults = readonly string[]

/**
 * `keepsItself: false`: no service worker is installed, which fetches every file of the console, half of what it costs to
 * open one. For journeys that neither lose the line nor load anew.
 */
export type Kind = Readonly<{ keepsItself?: boolean }>

/** Every console of one journey, closed together. */
export class Consoles implements AsyncDisposable {
  readonly #serviceWorkers: 'allow' | 'block'
  #browser: Promise<Browser> | null = null
  readonly #contexts = new Map<string, BrowserContext>()
  readonly #faults: string[] = []

  constructor({ keepsItself = true }: Kind = {}) {
    this.#serviceWorkers = keepsItself ? 'allow' : 'block'
  }

  /** A console of this person; a second one under the same name is a second tab. Null: nobody has signed in. */
  async open(name: string, at: string | Session, look: Look = {}): Promise<Page> {
    const context = this.#contexts.get(name) ?? (await this.#newContext(name, look))
    const { url, cookie } = typeof at === 'string' ? { url: at, cookie: null } : at
    if (cookie !== null) {
      const [key = '', value = ''] = cookie.split('=', 2)
      await context.addCookies([{ name: key, value, url, httpOnly: true, sameSite: 'Strict' }])
    }
    const page = await context.newPage()
    page.on('pageerror', (error) => this.#faults.push(`${name}: ${error.message}`))
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) this.#faults.push(`${name}: ${line.text()}`)
    })
    await page.goto(url + (look.path ?? '/situation'))
    return page
  }

  contextOf(name: string): BrowserContext {
    const context = this.#contexts.get(name)
    if (context === undefined) throw new Error(`${name} has no console`)
    return context
  }

  /** Errors that no console should have had; a journey ends by finding none. */
  get faults(): Faults {
    return this.#faults
  }

  /** What everybody had before their eyes, into a folder that git ignores: for reading a failure. */
  async picture(title: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true })
    const safe = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
    for (const [name, context] of this.#contexts) {
      for (const [n, page] of context.pages().entries()) {
        const path = join(screenshots, `${safe}-${name}-${n}.png`)
        await page.screenshot({ path, timeout: patience }).catch(() => undefined)
      }
    }
  }

  async close(name: string): Promise<void> {
    await this.contextOf(name).close()
    this.#contexts.delete(name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const browser = await this.#browser
    await browser?.close()
  }

  async #newContext(
    name: string,
    { viewport = desktop, colorScheme = 'light', javaScriptEnabled = true }: Look,
  ): Promise<BrowserContext> {
    // With the first console: a journey names its consoles before anything has been started.
    this.#browser ??= chromium.launch(chromiumOptions)
    const browser = await this.#browser
    const look = { viewport, colorScheme, javaScriptEnabled, serviceWorkers: this.#serviceWorkers }
    const context = await browser.newContext({ ...look, ...place })
    context.setDefaultTimeout(patience)
    this.#contexts.set(name, context)
    return context
  }
}
