import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The built server on a data folder of its own, which a test may stop and start as it likes. */
export type TestServer = {
  readonly url: string
  readonly start: () => Promise<void>
  /** Stops it as an operator would; the phone finds nobody there. */
  readonly stop: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** Another build than the one of this folder may be put to the test. */
const built = process.env['TEST_DIST'] ?? 'dist'

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const healthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/api/health`)).status === 200
  } catch {
    return false
  }
}

/**
 * A server with the 2025 demo, or what `more` of the environment says, started; its first start loads the demo and takes
 * a few seconds.
 */
export const startServer = async (
  host = '127.0.0.1',
  more: { readonly [name: string]: string } = {},
): Promise<TestServer> => {
  const data = mkdtempSync(join(tmpdir(), 'gb-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null

  const start = async (): Promise<void> => {
    let said = ''
    const { DATABASE_URL: _database, ...env } = process.env
    const started = spawn(process.execPath, [`${built}/server/main.js`], {
      env: { ...env, PORT: String(port), DATA_DIR: data, DEMO: '1', HOST: host, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const hear = (bytes: Buffer): void => void (said = (said + String(bytes)).slice(-4000))
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    const deadline = Date.now() + 60_000
    while (!(await healthy(url))) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`the server did not start:\n${said}`)
      await sleep(50)
    }
  }
  const stop = async (): Promise<void> => {
    const running = child
    child = null
    if (!running || running.exitCode !== null) return
    running.kill('SIGTERM')
    await once(running, 'exit')
  }
  await start()
  return {
    url,
    start,
    stop,
    remove: async () => {
      await stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
