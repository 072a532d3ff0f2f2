import { expect, test } from 'vitest'
import { faultOfPassword } from '#server/access/password-rule.ts'

const odile = { login: 'o.garnier', name: 'Odile Garnier' }

test.each([
  'aaaaaaaaaaaa',
  'abababababab',
  '123456789012',
  '061234567890',
  'motdepasse123',
  'Motdepasse2026!',
  'M0td3p@sse!!!!',
  'P@ssw0rd2026',
  'azertyuiop12',
  'qsdfghjklmwx',
  'abcdefghijkl',
  'zyxwvutsrqpon',
  'bonjourbonjour',
  'soleil soleil',
  'Bonjour123456',
  'Préfecture60!!',
  'Administrateur1',
  'consolecip2026',
])('[A224] %j is one of those that are tried first', (password) => {
  expect(faultOfPassword(password, odile)).toBe('access.password-common')
})

test.each(['o.garnier2026', 'Odile-Garnier', 'garniergarnier', 'OdileGarnier60!'])(
  '[A224] %j is made of who chooses it',
  (password) => {
    expect(faultOfPassword(password, odile)).toBe('access.password-like-you')
  },
)

test.each([
  'mot de passe des essais',
  'quatre mots faciles',
  'un tout autre secret',
  'écluse-marjolaine-sentier-42',
  'Odile aime les écluses',
  'x7$Kq!m2Pz@r',
])('[A224] %j is a password', (password) => {
  expect(faultOfPassword(password, odile)).toBeNull()
})
