/** `npm run pictures`: the pictures of README and guides, of a demonstration that is running. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright-core'
import { accountsFile, type Account } from './demo/accounts.ts'
import { signIn } from './headless/session.ts'
import { chromiumOptions } from './lib/chromium.ts'

const help = `npm run pictures [-- --url ADDRESS] [NAME…]

Refait les images de docs/pictures sur la démonstration en marche (npm start -- --demo, quelques minutes après son début).
Takes the pictures of docs/pictures anew, of the running demonstration (some minutes after its start).

  --url ADDRESS   http://127.0.0.1:3000
  --help          ceci / this

DATA_DIR : ./data/demo ; Chromium : /usr/bin/chromium-headless-shell, ou/or CHROMIUM.
`

type Picture = Readonly<{
  login: string
  path: string
  look: 'desk' | 'dark' | 'phone'
  /** What is done before the picture is taken, as a hand would. */
  act: (page: Page) => Promise<void>
}>

const looks = {
  desk: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
} as const

const pictures: Readonly<Record<string, Picture>> = {
  situation: { login: 'chef-salle', path: '/situation', look: 'desk', act: nothing },
  rappel: { login: 'standard', path: '/rappel', look: 'desk', act: (page) => press(page, 'Enter') },
  appels: { login: 'ecoutant', path: '/appels', look: 'desk', act: fillSheet },
  messages: { login: 'communication', path: '/messages', look: 'desk', act: beginMessage },
  'main-courante': { login: 'chef-salle', path: '/main-courante', look: 'desk', act: nothing },
  mur: { login: 'chef-salle', path: '/mur', look: 'dark', act: nothing },
  'page-publique': { login: 'communication', path: '/exercice/info', look: 'phone', act: nothing },
}

function nothing(): Promise<void> {
  return Promise.resolve()
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await settle(page)
  }
}

/** The version in force is read; a road is cut; the commune; answered. */
async function fillSheet(page: Page): Promise<void> {
  await press(page, 'v', '2', '1')
  await page.getByRole('combobox').first().fill('Persan')
  await page.getByRole('option').first().waitFor()
  await press(page, 'Enter', 'r')
}

async function beginMessage(page: Page): Promise<void> {
  await press(page, 'n')
  await page.getByText('Point de situation').last().click()
  await settle(page)
}

/** Screens have no moment at which nothing more comes: the room lives. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(700)
}

async function take(
  browser: Browser,
  url: string,
  picture: Picture & Readonly<{ account: Account; file: string }>,
) {
  const { account, path, look, act, file } = picture
  const { cookie } = await signIn(url, account.login, account.password)
  const [name = '', value = ''] = cookie.split('=', 2)
  const context = await browser.newContext({ ...looks[look], locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(new URL(path, url).href)
  await page.waitForTimeout(2_000)
  await act(page)
  await page.screenshot({ path: file })
  await context.close()
}

async function main(url: string, wanted: readonly string[]): Promise<void> {
  const file = accountsFile(process.env['DATA_DIR'] ?? './data/demo')
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: readonly Account[] }
  const folder = join(import.meta.dirname, '../docs/pictures')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch(chromiumOptions)
  for (const [name, picture] of Object.entries(pictures)) {
    const account = accounts.find(({ login }) => login === picture.login)
    if (account === undefined || (wanted.length > 0 && !wanted.includes(name))) continue
    await take(browser, url, { ...picture, account, file: join(folder, `${name}.png`) })
    console.log(name)
  }
  await browser.close()
}

const { values, positionals } = parseArgs({
  options: { url: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
})
if (values.help === true) console.log(help)
else await main(values.url ?? 'http://127.0.0.1:3000', positionals)
