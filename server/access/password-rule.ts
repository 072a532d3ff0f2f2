import { dictionary } from '@zxcvbn-ts/language-common'
import { fold } from '#shared/lib/fold.ts'

export type PasswordFault = 'access.password-common' | 'access.password-like-you'

/** Characters that must be left once login and name are taken out. */
const ofOnesOwn = 8
const fewestDifferent = 5

/** Fifty thousand passwords that are tried first, French ones too. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])

/** What one thinks of at this very form, and no list of the world's has. */
const local: ReadonlySet<string> = new Set([
  'administrateur',
  'administration',
  'cellule',
  'celluledecrise',
  'console',
  'consolecip',
  'crise',
  'informationdupublic',
  'prefecture',
  'prefet',
  'standard',
])

/** What runs under the fingers, in both directions. */
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '1234567890azertyuiop',
].flatMap((run) => [run, Array.from(run).reverse().join('')])

type Whose = Readonly<{ login: string; name: string }>

/** Why a password of sufficient length would be guessed soon; null when it would not. */
export function faultOfPassword(password: string, whose: Whose): PasswordFault | null {
  const plain = fold(password.normalize('NFKC')).replaceAll(/\s/g, '')
  if (withoutWords(plain, whose).length < ofOnesOwn) return 'access.password-like-you'
  return isGuessable(plain) ? 'access.password-common' : null
}

function withoutWords(plain: string, { login, name }: Whose): string {
  const words = [login, ...fold(name).split(/[^\p{L}\p{N}]+/u), ...login.split(/[^\p{L}\p{N}]+/u)]
  return words.filter((word) => word.length > 2).reduce((rest, word) => rest.replaceAll(word, ''), plain)
}

function isGuessable(plain: string): boolean {
  if (new Set(plain).size < fewestDifferent || /^\d+$/.test(plain)) return true
  return [plain, withLetters(plain)].some((text) => {
    const core = unitOf(text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, ''))
    return [text, unitOf(text), core].some(isKnown)
  })
}

function isKnown(text: string): boolean {
  return common.has(text) || local.has(text) || runs.some((run) => text.length > 3 && run.includes(text))
}

/** What is written over and over: "bonjour" of "bonjourbonjour". */
function unitOf(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text
}

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

/** "m0td3p@sse" is "motdepasse". */
function withLetters(text: string): string {
  return text.replaceAll(/[01345@$]/g, (sign) => letters[sign] ?? sign)
}
