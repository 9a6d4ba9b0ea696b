import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDataDir } from '../../src/server/db/data-lock.ts'

let dir: string
const file = (): string => join(dir, 'gridbook.lock')
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gb-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('the second to ask is told in one line who holds the folder, and gets it after the release', () => {
  const first = lockDataDir(dir)
  if (!first.ok) throw new Error(first.message)
  const second = lockDataDir(dir)
  expect(second).toMatchObject({ ok: false, message: expect.stringContaining(`pid ${process.pid}`) })
  expect(second).toMatchObject({ message: expect.not.stringContaining('\n') })
  first.release()
  expect(existsSync(file())).toBe(false)
  expect(lockDataDir(dir).ok).toBe(true)
})

test('a folder that is not there yet is made', () => {
  expect(lockDataDir(join(dir, 'a/b')).ok).toBe(true)
})

test('a lock left by a process that was killed is taken over', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  writeFileSync(file(), JSON.stringify({ pid: other.pid, started: '' }))
  expect(lockDataDir(dir).ok).toBe(false)
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(lockDataDir(dir).ok).toBe(true)
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
})

test.runIf(process.platform === 'linux')('a holder that died and that nobody waited for holds nothing', async () => {
  // The shell's first child ends at once; the program that takes the shell's place never waits for it.
  const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'])
  const pid = Number(String((await once(shell.stdout, 'data'))[0]))
  writeFileSync(file(), JSON.stringify({ pid, started: '' }))
  await expect.poll(() => lockDataDir(dir).ok).toBe(true)
  shell.kill('SIGKILL')
})

test.runIf(process.platform !== 'win32')('a pid that went to another program since holds nothing', () => {
  writeFileSync(file(), JSON.stringify({ pid: process.pid, started: 'another day' }))
  expect(lockDataDir(dir).ok).toBe(true)
})

test.each(['', '{', 'null', '{"pid":"1"}'])('a lock that says nothing readable (%j) is taken over', (text) => {
  writeFileSync(file(), text)
  expect(lockDataDir(dir).ok).toBe(true)
})

test('releasing leaves a lock alone that is no longer ours', () => {
  const first = lockDataDir(dir)
  if (!first.ok) throw new Error(first.message)
  writeFileSync(file(), JSON.stringify({ pid: 1, started: '' }))
  first.release()
  expect(existsSync(file())).toBe(true)
})

test('of many that start at once over a stale lock, one gets the folder', async () => {
  writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 1, started: '' }))
  const script = `
    import { runnerImport } from 'vite'
    const { module } = await runnerImport('./src/server/db/data-lock.ts', { logLevel: 'error' })
    process.stdout.write('ready')
    process.stdin.once('data', () => { process.stdout.write(module.lockDataDir(${JSON.stringify(dir)}).ok ? '+' : '-'); })
    process.stdin.once('end', () => process.exit())`
  const racers = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const racer = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      await once(racer.stdout, 'data')
      return racer
    }),
  )
  const answers = racers.map(async (racer) => String((await once(racer.stdout, 'data'))[0]))
  for (const racer of racers) racer.stdin.write('go')
  expect((await Promise.all(answers)).toSorted()).toEqual(['+', '-', '-', '-'])
  for (const racer of racers) racer.stdin.end()
  await Promise.all(racers.map((racer) => once(racer, 'exit')))
})
