// npm test: installs what the tests need, runs every check and test, and ends with `N passed, N failed`.
// Plain JavaScript without dependencies, as nothing may be installed yet.
//   npm test -- --only=lint,unit      some of the steps
//   TEST_DATABASE_URL=postgres://…    the server's tests on that server instead of the embedded one
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensurePackages, GaveUp, orExit, requireNode, root } from '../src/deploy/prepare.mjs'
import { ensureBrowser } from './support/browser.mjs'

const reports = join(root, '.cache/test-reports')

/** Runs a command with its output on screen; resolves to its exit code. */
function show(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    })
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}

const bin = (path) => join(root, 'node_modules', path)
const check =
  (path, ...args) =>
  async () => {
    const code = await show([bin(path), ...args])
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  }

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** What a runner reports, made honest: one that crashed, ran nothing, or skipped something has failed at that. */
function judge({ passed, failed, skipped }, code) {
  if (skipped > 0) console.error(`${skipped} 项测试被跳过，按失败计 · ${skipped} tests were skipped: counted as failed`)
  const bad = failed + skipped
  if (passed + bad === 0) {
    console.error('没有运行任何测试 · no test ran')
    return { passed: 0, failed: 1 }
  }
  return { passed, failed: bad === 0 && code !== 0 ? 1 : bad }
}

const vitest =
  (project, env = {}, name = project) =>
  async () => {
    const file = join(reports, `${name}.json`)
    const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project]
    const code = await show(
      [bin('vitest/vitest.mjs'), ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
      env,
    )
    const report = readReport(file)
    if (!report) return { passed: 0, failed: 1 }
    const broken = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    )
    return judge(
      {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken.length,
        skipped: report.numPendingTests + (report.numTodoTests ?? 0),
      },
      code,
    )
  }

async function playwright() {
  const file = join(reports, 'e2e.json')
  const code = await show([bin('@playwright/test/cli.js'), 'test', '--config', 'tests/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const broken = unexpected + flaky === 0 ? report.errors.length : 0
  return judge({ passed: expected, failed: unexpected + flaky + broken, skipped }, code)
}

/** The newest PostgreSQL of the machine's own: Debian keeps several side by side. */
function machinePostgres() {
  const home = '/usr/lib/postgresql'
  if (!existsSync(home)) return null
  const versions = readdirSync(home).filter((version) => existsSync(join(home, version, 'bin/initdb')))
  // The oldest, as the embedded one is new already: what runs on both runs on all between.
  const oldest = versions
    .map(Number)
    .filter((version) => version >= 15)
    .toSorted((a, b) => a - b)[0]
  return oldest === undefined ? null : { version: oldest, bin: join(home, String(oldest), 'bin') }
}

const machine = process.env.TEST_DATABASE_URL ? null : machinePostgres()

const steps = [
  { name: 'types', run: check('vue-tsc/bin/vue-tsc.js', '-b') },
  { name: 'lint', run: check('oxlint/bin/oxlint', 'src', 'tests', '--deny-warnings') },
  {
    name: 'format',
    run: check('oxfmt/bin/oxfmt', '--check', 'src', 'tests', 'package.json', 'tsconfig.json', 'vite.config.ts'),
  },
  {
    name: 'arrows',
    run: check('dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'tests', '--config', '.dependency-cruiser.cjs'),
  },
  { name: 'unit', run: vitest('unit') },
  { name: 'app', run: vitest('app'), needs: [ensureBuilt] },
  { name: 'server', run: vitest('server') },
  ...(machine
    ? [
        {
          name: `server-pg${machine.version}`,
          run: vitest('server', { TEST_POSTGRES_BIN: machine.bin }, 'server-machine'),
        },
      ]
    : []),
  { name: 'e2e', run: playwright, needs: [ensureBuilt, ensureBrowser] },
]

function chosen() {
  const only = process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  const unknown = only?.filter((name) => !steps.some((step) => step.name === name))
  if (!unknown?.length) return steps.filter((step) => !only || only.includes(step.name))
  console.error(`没有这一步 · no such step: ${unknown.join(', ')} (${steps.map((step) => step.name).join(', ')})`)
  process.exit(1)
}

async function runStep({ name, run, needs = [] }) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { passed, failed } = await (async () => {
    for (const need of needs) await need()
    return run()
  })().catch((error) => {
    console.error(error instanceof GaveUp ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  return { name, passed, failed, seconds }
}

const todo = chosen()
await orExit(async () => {
  requireNode()
  await ensurePackages()
})
// First, not when its turn comes: a machine that can't run the browser should say so before minutes have passed.
if (todo.some((step) => step.needs?.includes(ensureBrowser))) {
  await ensureBrowser().catch((error) => console.error(error instanceof GaveUp ? error.message : error))
}
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const outcomes = []
for (const step of todo) outcomes.push(await runStep(step))

console.log('')
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${passed} passed, ${failed} failed, ${seconds} s`)
}
if (!machine && !process.env.TEST_DATABASE_URL && todo.some((step) => step.name === 'server')) {
  console.log(
    '本机没有 PostgreSQL 15+，服务器测试只跑了一遍 · no PostgreSQL of this machine: the server tests ran once',
  )
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
