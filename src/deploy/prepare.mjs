// What `npm start` and `npm test` need before anything else: the packages of the lockfile and a build of today's
// sources. Plain JavaScript without dependencies, because Node 20 runs no TypeScript and nothing is installed yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A failure that one clear line says all about: nobody who starts a program wants a stack trace for an answer. */
export class GaveUp extends Error {}

export function giveUp(line) {
  throw new GaveUp(line)
}

/** Runs `work`; where it gives up, its line is the last word and the process ends with 1. */
export async function orExit(work) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(
      `需要 Node.js 20.19 或更新版本，现为 ${process.versions.node} · Gridbook needs Node.js 20.19 or later, this is ${process.versions.node}: https://nodejs.org`,
    )
  }
}

/** Says what is going on, and every ten seconds that it still is; the outcome's time at the end. */
async function withProgress(zh, en, work) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.log(`… ${zh} · ${en}`)
  const beat = setInterval(() => console.log(`… ${zh}，已 ${seconds()} 秒 · still ${en}, ${seconds()} s`), 10_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}

/** Runs a command in the repository without showing its output; resolves to its exit code and what it said. */
function run(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    let said = ''
    const hear = (bytes) => (said = (said + bytes).slice(-20_000))
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => done({ code: 1, said: String(error) }))
    child.on('close', (code) => done({ code: code ?? 1, said }))
  })
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** Whether the lock's entry is one for this machine; those for another stay uninstalled, rightly. */
function isForHere({ os, cpu, libc, optional }) {
  if (!optional) return true
  return !libc && Boolean(os?.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
}

/** Whether node_modules holds what package-lock.json says, by npm's own record of what it installed. */
export function packagesMatch() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(([path, entry]) => {
    if (path === '') return true
    const there = installed[path]
    return there ? there.version === entry.version && there.integrity === entry.integrity : !isForHere(entry)
  })
}

export async function ensurePackages() {
  if (packagesMatch()) return
  const { code, said } = await withProgress('安装依赖包', 'installing packages', () =>
    run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']),
  )
  if (code !== 0) {
    console.error(said)
    giveUp('依赖包安装失败，请检查网络后重试 · installing the packages failed: check the network and try again')
  }
}

/** All files under the given paths, in one fixed order. */
function* filesOf(paths) {
  for (const path of paths) {
    const at = join(root, path)
    if (!existsSync(at)) continue
    if (statSync(at).isDirectory())
      yield* filesOf(
        readdirSync(at)
          .toSorted()
          .map((name) => join(path, name)),
      )
    else yield path
  }
}

/** A digest of what a build is made from: times lie after a checkout or a copy, contents don't. */
function digest(paths) {
  const hash = createHash('sha256')
  for (const file of filesOf(paths)) {
    if (basename(file) === 'README.md') continue
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const common = ['src/domain', 'src/tsconfig.base.json', 'package-lock.json']
const parts = [
  {
    name: 'app',
    zh: '构建手机端',
    en: 'building the app',
    from: [...common, 'src/app', 'public', 'index.html', 'vite.config.ts'],
    made: 'dist/app/index.html',
    args: ['build'],
  },
  {
    name: 'server',
    zh: '构建服务器',
    en: 'building the server',
    from: [...common, 'src/server'],
    made: 'dist/server/main.js',
    args: ['build', '--config', 'src/server/vite.config.ts'],
  },
]

const ledger = join(root, 'dist/.built')

function note(built) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(ledger, JSON.stringify(built, null, 2))
}

/** Builds each part whose sources changed since it was last built. */
export async function ensureBuilt({ force = false } = {}) {
  const built = existsSync(ledger) ? readJson(ledger) : {}
  for (const part of parts) {
    const now = digest(part.from)
    if (!force && built[part.name] === now && existsSync(join(root, part.made))) continue
    // Forgotten before it is made anew: a build that is killed halfway must not pass for the one before.
    delete built[part.name]
    note(built)
    const { code, said } = await withProgress(part.zh, part.en, () =>
      run(process.execPath, ['node_modules/vite/bin/vite.js', ...part.args, '--logLevel', 'warn'], {
        NODE_ENV: 'production',
        NO_COLOR: '1',
      }),
    )
    if (code !== 0) {
      console.error(said)
      giveUp(`${part.zh}失败 · ${part.en} failed`)
    }
    built[part.name] = now
    note(built)
  }
}
