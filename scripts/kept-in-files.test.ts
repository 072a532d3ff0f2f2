import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Who may write into a database of the browser: the sealed one, what moves into it, and the communes of the State. */
const mayOpenDatabases = ['lib/clear-before.ts', 'lib/communes.ts', 'lib/sealed-database.ts']

test('[U283] nothing but the sealed store and the public list of communes opens a database of the browser', () => {
  const opening = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .filter((file) =>
      /from 'idb'|(globalThis|window|self)\.(indexedDB|\w+Storage)/.test(
        readFileSync(`client/${file}`, 'utf8'),
      ),
    )
  expect(opening.sort()).toEqual(mayOpenDatabases)
})

test('[U292] what a feature keeps in memory of whoever sits there goes with them', () => {
  /** Of the tab, whoever sits there: whether it may sound. */
  const ofTheTab = ['calls/alarm-sound.ts']
  const keeping = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^(ui|lib)|\.test\./.test(file))
    .filter((file) => /\bcreateStore\b.*lib\/store/.test(readFileSync(`client/${file}`, 'utf8')))
  expect(keeping).toEqual(ofTheTab)
})

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.includes('.test.'),
  )

/** What hands over what was typed or chosen in it. What is looked for is not kept. */
const controls = sources('client/ui')
  .filter((file) => file !== 'SearchField.tsx')
  .filter((file) => /\bon(Change|Choose)\??: \(/.test(readFileSync(`client/ui/${file}`, 'utf8')))

const aField = new RegExp(`ui/(${controls.join('|')})'|<(input|textarea|select)\\b`)

/** The forms that are walked by client/sync/kept-forms.test.tsx, and the activation, which forgets by itself after an hour. */
const walked = ['test/support/kept-forms.tsx', 'client/activation/ActivationPanel.test.tsx']

/** All that these files show, each once. */
function shownBy(files: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    const imports = readFileSync(file, 'utf8').matchAll(/ from '#(client\/[^']+)'/g)
    const fresh = [...imports].flatMap(([, path]) => (path === undefined || seen.has(path) ? [] : [path]))
    for (const path of fresh) seen.add(path)
    shownBy(fresh, seen)
  }
  return seen
}

/** Where something can be typed or chosen that no walked form shows: how it is kept until it is sent, or why it is not. */
const otherwise = {
  // calls/drafts.ts
  sheets: [
    'calls/CallerPart.tsx',
    'calls/CommuneField.tsx',
    'calls/DetailsPart.tsx',
    'calls/OutcomeKeys.tsx',
    'calls/PromisePart.tsx',
    'calls/ReasonKeys.tsx',
    'calls/SheetForm.tsx',
    'calls/SoughtPart.tsx',
    'calls/UpwardPart.tsx',
  ],
  // messages/use-working-text.ts
  messages: [
    'messages/BlankText.tsx',
    'messages/EditorParts.tsx',
    'messages/PartField.tsx',
    'messages/TimeChoice.tsx',
  ],
  // Passwords and codes are kept nowhere, and who has not signed in has no key to keep anything under.
  secret: [
    'access/ChangePassword.tsx',
    'access/CodeForm.tsx',
    'access/NewPassword.tsx',
    'access/SignInPanel.tsx',
    'access/WelcomePanel.tsx',
  ],
  // Sent, or set for this machine, by the press itself.
  atOnce: [
    'calls/UrgentEndKeys.tsx',
    'checklists/Checklists.tsx',
    'shell/LanguageChoice.tsx',
    'shell/PersonMenu.tsx',
    'shell/SingleKeysChoice.tsx',
  ],
  // Which part of what is there is looked at.
  view: [
    'callin/CallinPanel.tsx',
    'calls/SearchFields.tsx',
    'checklists/TemplatesPanel.tsx',
    'journal/LogFilters.tsx',
  ],
  // A file that is read again asks anew: a word is given for what was seen.
  files: [
    'roster/ChooseFile.tsx',
    'roster/ColumnFields.tsx',
    'roster/ConfirmImport.tsx',
    'roster/ImportPreview.tsx',
    'roster/ImportRenames.tsx',
  ],
}

test('[U420] wherever something can be typed its form is walked, or it is said how it is kept, or why it is not', () => {
  const shown = shownBy(walked)
  const found = sources('client')
    .filter((file) => !file.startsWith('ui/') && aField.test(readFileSync(`client/${file}`, 'utf8')))
    .filter((file) => !shown.has(`client/${file}`))
  expect(found.sort()).toEqual(Object.values(otherwise).flat().sort())
})
