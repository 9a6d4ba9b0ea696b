import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

interface Holder {
  readonly pid: number
  /** When that process started, as the system says it: a pid alone may have gone to another program since. */
  readonly started: string
}

export type DataLock =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly message: string }

/**
 * Takes the data folder for this process, making it where it is missing. Two servers on one folder would run two
 * databases over the same files. A lock whose holder is gone (kill -9, a power cut) is taken over.
 */
export function lockDataDir(dir: string): DataLock {
  const folder = resolve(dir)
  const file = join(folder, 'gridbook.lock')
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' } satisfies Holder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let attempt = 0; attempt < 20; attempt++) {
    if (create(file, mine)) return { ok: true, release: () => release(file, mine) }
    const theirs = read(file)
    const holder = parseHolder(theirs)
    if (holder && isAlive(holder)) return { ok: false, message: inUse(folder, holder.pid) }
    // Empty: another process has made the file and not yet written its name into it, most likely.
    if (theirs === '' && attempt < 10) pause(20)
    else if (theirs !== null) discard(file, theirs)
  }
  return { ok: false, message: inUse(folder, null) }
}

const inUse = (folder: string, pid: number | null): string =>
  `数据目录已被另一个 Gridbook 占用 · data folder in use by another Gridbook${pid === null ? '' : ` (pid ${pid})`}: ${folder}`

/** Makes the file with these contents unless it is there; whether it did. */
function create(file: string, contents: string): boolean {
  try {
    writeFileSync(file, contents, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parseHolder(text: string | null): Holder | null {
  try {
    const value = JSON.parse(text ?? '') as Partial<Holder> | null
    return typeof value?.pid === 'number' && typeof value.started === 'string'
      ? { pid: value.pid, started: value.started }
      : null
  } catch {
    return null
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = startOf(holder.pid)
  return started !== dead && (started === null || holder.started === '' || started === holder.started)
}

/** A process that ended and that nobody has waited for still has its pid: the first process of a container may not. */
const dead = 'dead'

/** When a process started, in the system's own words, or that it is dead; null where the system doesn't say. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // After the command's name, which may hold spaces and brackets: the state, and 19 further the start in ticks.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return dead
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
    }
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** Removes a dead holder's lock. Renamed first and looked at: another process may have taken it over in between. */
function discard(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved !== null && moved !== stale) create(file, moved)
  rmSync(aside, { force: true })
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true })
}

const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
