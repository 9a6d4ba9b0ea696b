import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** dependency-cruiser once went green by reading no TypeScript at all, and a rule with a typo in its path looks the same: so each is seen to fail. */
const planted: Readonly<Record<string, string>> = {
  'src/domain/good.ts': 'export const good = 1\n',
  'src/domain/kinds/unread.ts': 'export const unread = 1\n',
  'src/domain/to-server.ts': "import type { db } from '../server/db.ts'\nexport type V = typeof db\n",
  'src/domain/to-package.ts': "import pg from 'pg'\nexport const p = pg\n",
  'src/domain/to-node.ts': "import { join } from 'node:path'\nexport const j = join\n",
  'src/domain/circle-a.ts': "import { b } from './circle-b.ts'\nexport const a = (): number => b()\n",
  'src/domain/circle-b.ts': "import { a } from './circle-a.ts'\nexport const b = (): number => a()\n",
  'src/server/db.ts': 'export const db = 1\n',
  'src/server/to-app.ts': "import { page } from '../app/page.ts'\nexport const p = page\n",
  'src/server/to-domain.ts': "import { good } from '../domain/good.ts'\nexport const g = good\n",
  'src/server/to-tests.ts': "import { t } from '../../tests/domain/some.test.ts'\nexport const u = t\n",
  'src/server/to-nowhere.ts': "import { n } from './nowhere.ts'\nexport const m = n\n",
  'src/app/page.ts': 'export const page = 1\n',
  'src/app/to-server.ts': "export const load = () => import('../server/db.ts')\n",
  'src/app/ToServer.vue':
    '<script setup lang="ts">\nimport { db } from \'../server/db.ts\'\n</script>\n<template>{{ db }}</template>\n',
  'tests/domain/some.test.ts': "import { good } from '../../src/domain/good.ts'\nexport const t = good\n",
}

let dir: string
const root = process.cwd()

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'boundary-'))
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  for (const config of ['.dependency-cruiser.cjs', '.oxlintrc.json', 'package.json']) {
    copyFileSync(join(root, config), join(dir, config))
  }
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What a tool says, whatever it thinks of it. */
function outputOf(tool: string, args: string[]): string {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: dir,
    encoding: 'utf8',
  })
  return stdout
}

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

test('every planted arrow is reported under its rule, and no allowed one', () => {
  const args = ['src', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const said = outputOf('dependency-cruiser/bin/dependency-cruise.mjs', args)
  const { violations } = (JSON.parse(said) as { summary: { violations: readonly Violation[] } }).summary
  const found = violations
    .map(({ rule, from }) => `${rule.name}: ${from}`)
    .filter((line) => !line.startsWith('domain-untested'))
  expect([...new Set(found)].toSorted()).toEqual([
    'app-imports-domain-only: src/app/ToServer.vue',
    'app-imports-domain-only: src/app/to-server.ts',
    'domain-imports-nothing: src/domain/to-node.ts',
    'domain-imports-nothing: src/domain/to-package.ts',
    'domain-imports-nothing: src/domain/to-server.ts',
    'no-circular: src/domain/circle-a.ts',
    'not-to-unresolvable: src/server/to-nowhere.ts',
    'server-imports-domain-only: src/server/to-app.ts',
    'src-not-to-tests: src/server/to-tests.ts',
  ])
  const untested = violations.filter(({ rule }) => rule.name.startsWith('domain-untested')).map(({ from }) => from)
  expect(untested).toContain('src/domain/to-node.ts')
  expect(untested).toContain('src/domain/kinds/unread.ts')
  expect(untested).not.toContain('src/domain/good.ts')
})

test('the linter sees them too, in the editor already', () => {
  const said = outputOf('oxlint/bin/oxlint', ['src', '--format', 'unix'])
  for (const file of [
    'domain/to-server.ts',
    'domain/to-package.ts',
    'domain/to-node.ts',
    'domain/circle-a.ts',
    'server/to-app.ts',
    'app/ToServer.vue',
  ]) {
    expect(said).toContain(file)
  }
  expect(said).not.toContain('to-domain.ts')
})
