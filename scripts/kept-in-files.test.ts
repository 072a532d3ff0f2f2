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

const aField =
  /ui\/(TextField|TextArea|TimeField|PasswordField|Combobox|SelectField|CheckboxField|NumberStepper|RadioCards)\.tsx|<(input|textarea|select)\b/

/** Where something can be typed or chosen, and how it is kept until it is sent. A file that is not here is a form that forgets. */
const fields = {
  // By `useKept`; each stands among the forms that client/sync/kept-forms.test.tsx walks, or is the activation's.
  kept: [
    'access/AccountDialog.tsx',
    'access/DeputySwitch.tsx',
    'access/IdentityFields.tsx',
    'access/RolesField.tsx',
    'activation/DetailsDialog.tsx',
    'activation/OrderFields.tsx',
    'activation/PhaseDialog.tsx',
    'activation/WhatFields.tsx',
    'callin/LaterField.tsx',
    'calls/CallbackActions.tsx',
    'checklists/CardEditor.tsx',
    'journal/NoteBox.tsx',
    'messages/TemplateEditor.tsx',
    'roster/MemberFields.tsx',
    'sync/ReasonDialog.tsx',
    'talkingpoints/ForbiddenEditor.tsx',
  ],
  // calls/drafts.ts
  sheets: [
    'calls/CallerPart.tsx',
    'calls/CommuneField.tsx',
    'calls/DetailsPart.tsx',
    'calls/PromisePart.tsx',
    'calls/SheetForm.tsx',
    'calls/SoughtPart.tsx',
    'calls/UpwardPart.tsx',
  ],
  // messages/kept-text.ts
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
  // What is looked for, which card is looked at, what a tick does at once.
  nothing: [
    'calls/SearchFields.tsx',
    'checklists/Checklists.tsx',
    'checklists/TemplatesPanel.tsx',
    'journal/LogFilters.tsx',
  ],
  // A file that is read again asks anew: a word is given for what was seen.
  files: ['roster/ChooseFile.tsx', 'roster/ColumnFields.tsx', 'roster/ConfirmImport.tsx'],
}

test('[U420] wherever something can be typed it is said how it is kept until it is sent, or why it is not', () => {
  const found = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !/^ui\/|\.test\./.test(file))
    .filter((file) => aField.test(readFileSync(`client/${file}`, 'utf8')))
  expect(found.sort()).toEqual(Object.values(fields).flat().sort())
})
