import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** A folder of our own: nobody who serves dist/app meanwhile is disturbed. */
export const folder = join(root, '.cache/app-under-test')

/** Builds the app as `npm start` does. */
export function buildApp(): void {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--logLevel', 'warn']
  execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'pipe' })
}

const walk = (path: string): readonly string[] =>
  readdirSync(join(folder, path)).flatMap((name) => {
    const at = path === '' ? name : `${path}/${name}`
    return statSync(join(folder, at)).isDirectory() ? walk(at) : [at]
  })

/** Every built file, by its path in the folder. */
export const builtFiles = (): readonly string[] => walk('')

export const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

type Part = {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

/** What the page fetches when these modules stand: they and all that they import, scripts and styles. */
export function fetched(entries: readonly string[]): ReadonlySet<string> {
  const parts = JSON.parse(read('.vite/manifest.json')) as { readonly [name: string]: Part }
  const files = new Set<string>(['guard.js'])
  const seen = new Set<string>()
  const take = (name: string): void => {
    const part = parts[name]
    if (!part) throw new Error(`no such part of the build: ${name}`)
    if (seen.has(name)) return
    seen.add(name)
    files.add(part.file)
    for (const style of part.css ?? []) files.add(style)
    for (const other of part.imports ?? []) take(other)
  }
  entries.forEach(take)
  return files
}

/** The parts of a form that its page loads when a kind has such a field; not the sheets, which open at a tap. */
export function widgetsOf(entry: string): readonly string[] {
  const parts = JSON.parse(read('.vite/manifest.json')) as { readonly [name: string]: Part }
  const all = new Set<string>()
  const look = (name: string): void => {
    if (all.has(name)) return
    all.add(name)
    for (const other of parts[name]?.imports ?? []) look(other)
  }
  look(entry)
  return [...all]
    .flatMap((name) => parts[name]?.dynamicImports ?? [])
    .filter((name) => /^src\/app\/form\/.*(?<!Sheet)\.vue$/.test(name))
}

/** Bytes on the line of all files with that ending. */
export const weight = (files: Iterable<string>, ending: string): number =>
  [...files]
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
