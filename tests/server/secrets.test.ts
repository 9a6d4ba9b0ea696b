import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecrets } from '../../src/server/secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gb-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('makes a file for its owner only at the first start, and the same secret opens at the next', () => {
  const sealed = readSecrets(folder, null).seal('totp', '密语')
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(sealed).not.toContain('密语')
  expect(readSecrets(folder, null).open('totp', sealed)).toBe('密语')
})

test('opens nothing for another purpose, of another secret, or altered', () => {
  const secrets = readSecrets(folder, null)
  const sealed = secrets.seal('totp', 'text')
  expect(secrets.open('other', sealed)).toBeNull()
  expect(readSecrets(folder, Buffer.alloc(32, 7).toString('base64url')).open('totp', sealed)).toBeNull()
  expect(secrets.open('totp', `${sealed.slice(0, -2)}AA`)).toBeNull()
  expect(secrets.open('totp', 'plain')).toBeNull()
})

test('refuses what is no secret, in one line, and never writes over it', () => {
  writeFileSync(join(folder, 'secret'), 'short')
  expect(() => readSecrets(folder, null)).toThrow(/32/)
  expect(() => readSecrets(folder, 'short')).toThrow(/GRIDBOOK_SECRET/)
})
