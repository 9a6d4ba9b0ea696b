import { readFileSync } from 'node:fs'

/** The version of this Gridbook, from the package that a program (its `import.meta.url`) lies two folders below. */
export const versionOf = (program: string): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', program), 'utf8')) as { version: string }).version
