import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What may stand at the top level, apart from dotfiles: all else has a place inside. */
const topLevel = [
  'LICENSE',
  'README.md',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
]

test('the top level of the repository holds these names and no others', () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n')
  const names = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')))
  expect([...names].toSorted()).toEqual(topLevel.toSorted())
})

test('the tree that src/README.md draws is the tree on disk', () => {
  expect(drawn(readFileSync('src/README.md', 'utf8'))).toEqual(onDisk())
})

test('every test lies where a runner looks for it', () => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  const tests = files.filter((file) => /[.](test|spec)[.]\w+$/.test(file))
  const seen = /^(domain|architecture|app|server)\/.+[.]test[.]ts$|^e2e\/.+[.]spec[.]ts$/
  expect(tests.filter((file) => !seen.test(file))).toEqual([])
})

/** The folders of the fenced block that begins with `src/`: one a line, two spaces deeper each level, a word after it. */
function drawn(readme: string): string[] {
  const block = /```\n(src\/\n[\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const folders: string[] = []
  let parent = ''
  for (const line of block.split('\n').slice(1)) {
    const [, indent = '', name] = /^( +)([\w-]+)\//.exec(line) ?? []
    if (!name) continue
    if (indent.length === 2) parent = name
    folders.push(indent.length === 2 ? name : `${parent}/${name}`)
  }
  return folders.toSorted()
}

/** An empty folder is nobody’s: git does not keep it. */
function onDisk(): string[] {
  const foldersIn = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && hasFiles(`${path}/${entry.name}`))
      .map((entry) => entry.name)
  return foldersIn('src')
    .flatMap((name) => [name, ...foldersIn(`src/${name}`).map((inner) => `${name}/${inner}`)])
    .toSorted()
}

const hasFiles = (path: string): boolean =>
  readdirSync(path, { withFileTypes: true, recursive: true }).some((entry) => entry.isFile())
