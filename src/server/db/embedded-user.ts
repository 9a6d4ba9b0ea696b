import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'

/** Words to put before a command. */
export type Wrapper = readonly string[]

const nobody = 65534

/**
 * PostgreSQL refuses to run as root, and a container's user often is. Then: a user namespace, in which files stay
 * root's; where there is none, `nobody`, to whom the folders are given and who must be able to reach them.
 */
export function withoutRoot(folders: readonly string[]): Wrapper {
  if (process.getuid?.() !== 0) return []
  const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`]
  if (works([...namespace, 'true'])) return namespace
  const other = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  if (!works([...other, 'true'])) {
    throw new Error(
      '请勿以 root 运行 · PostgreSQL does not run as root: start Gridbook as another user, or set DATABASE_URL',
    )
  }
  for (const folder of folders) chownSync(folder, nobody, nobody)
  return other
}

const works = ([command = '', ...args]: string[]): boolean => spawnSync(command, args).status === 0
