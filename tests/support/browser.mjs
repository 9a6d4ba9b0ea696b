// A Chromium and a font that has Chinese, for the browser tests: those that are there, else Playwright's, else apt's.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { giveUp, root } from '../../src/deploy/prepare.mjs'

const minute = 60_000

/** Runs a command quietly, killed after its time; whether it succeeded. */
function succeeds(command, args, timeout) {
  return new Promise((done) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(command, args, { cwd: root, env, stdio: 'ignore', timeout, killSignal: 'SIGKILL' })
    child.on('error', () => done(false))
    child.on('close', (code) => done(code === 0))
  })
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((file) => existsSync(file))
}

const macApps = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/** Being there is not enough on Linux: libraries may be missing, and Ubuntu's is a stub that asks for a snap. */
const runs = (file) =>
  existsSync(file) && (process.platform !== 'linux' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0)

async function findChromium() {
  const given = process.env.CHROMIUM
  if (given) return runs(given) ? given : giveUp(`CHROMIUM 指向的文件不能运行 · CHROMIUM names no program: ${given}`)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return [...onPath(names), ...macApps, await playwrightsOwn()].find(runs)
}

const hasChinese = () =>
  process.platform !== 'linux' || Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim())

const canApt = () => process.platform === 'linux' && process.getuid() === 0 && onPath(['apt-get']).length > 0

async function apt(...packages) {
  if (!canApt()) return false
  console.log(`… 用 apt 安装 · installing with apt: ${packages.join(' ')}`)
  await succeeds('apt-get', ['update'], 3 * minute)
  return succeeds('apt-get', ['install', '-y', '--no-install-recommends', ...packages], 6 * minute)
}

async function installChromium() {
  console.log('… 下载 Chromium（最多 3 分钟）· downloading Chromium, for 3 minutes at most')
  const cli = 'node_modules/@playwright/test/cli.js'
  await succeeds(process.execPath, [cli, 'install', 'chromium'], 3 * minute)
  if (runs(await playwrightsOwn())) return
  await apt('chromium')
}

let looking

/** Sets CHROMIUM for all that is started after it; gives up with a line on what to do where nothing works. */
export function ensureBrowser() {
  looking ??= lookForBrowser()
  return looking
}

async function lookForBrowser() {
  let file = await findChromium()
  if (!file) {
    await installChromium()
    file = await findChromium()
  }
  if (!file) {
    giveUp(
      '没有可用的 Chromium：请安装 Chromium 或 Chrome，或设 CHROMIUM=/路径 后重试 · no Chromium: install Chromium or Chrome, or set CHROMIUM=/path/to/it, and run again',
    )
  }
  if (!hasChinese()) await apt('fonts-noto-cjk', 'fontconfig')
  if (!hasChinese()) {
    giveUp(
      '没有中文字体：请安装 fonts-noto-cjk 和 fontconfig 后重试 · no font with Chinese: install fonts-noto-cjk and fontconfig, and run again',
    )
  }
  process.env.CHROMIUM = file
}
