import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { isId } from '../../domain/record/ids.ts'
import { isObject } from '../../domain/value.ts'
import { hashPattern } from '../attachments/uploads.ts'
import { Refused } from './refused.ts'

/*
 * A backup is one gzipped file of JSON lines, to be read by anything, on any version of PostgreSQL:
 *   {"gridbook":"backup","format":1,…}             the header
 *   {"table":"records","columns":["township",…]}   then its rows, parents' tables first
 *   ["0197…",null,"{}"]                            a row: each value as PostgreSQL writes it, or null
 *   {"township":…,"file":"sha256:…","size":…}      an attachment, then its bytes
 *   "base64"                                       a piece of it
 *   {"secret":"base64url"}                         the installation's secret, unless the environment gave it
 *   {"rows":{"records":1234,…},"files":9,"missing":[]}
 *   {"sha256":"hex"}                               of all lines before it
 */

export type Header = {
  readonly gridbook: 'backup'
  readonly format: 1
  /** Of the app that took it. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** The steps of the schema that the rows are of, oldest first. */
  readonly migrations: readonly string[]
}

/** What a backup holds, to be counted again. */
export type Counts = {
  readonly rows: { readonly [table: string]: number }
  readonly files: number
  /** Attachments that were missing or damaged in the store when it was taken: `township sha256:…`. */
  readonly missing: readonly string[]
}

export type Cell = string | null
export type FileLine = { readonly township: string; readonly file: string; readonly size: number }

/** One line of a backup, told apart. */
export type Entry =
  | { readonly is: 'header'; readonly header: Header }
  | { readonly is: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly is: 'row'; readonly cells: readonly Cell[] }
  | { readonly is: 'file'; readonly file: FileLine }
  | { readonly is: 'piece'; readonly bytes: Buffer }
  | { readonly is: 'secret'; readonly secret: string }
  | { readonly is: 'counts'; readonly counts: Counts }

const newline = 10

/** The hash that ends a backup, over all that was written before it. */
export async function* sealed(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk, 'utf8')
    yield chunk
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

/**
 * The entries of a backup, in order. Throws Refused: `unreadable`, `notABackup`, `newerFormat`, and `damaged` at the latest after the
 * last entry, when the hash doesn't fit; who acts on entries before that must be able to take it back.
 */
export async function* readBackup(path: string): AsyncGenerator<Entry> {
  const hash = createHash('sha256')
  let [before, closed] = [0, false]
  for await (const line of linesOf(path)) {
    if (closed) throw new Refused('damaged')
    const value = parse(line, before === 0)
    if (before === 0) yield { is: 'header', header: headerOf(value) }
    else if (isObject(value) && typeof value['sha256'] === 'string') {
      if (value['sha256'] !== hash.digest('hex')) throw new Refused('damaged')
      closed = true
    } else yield entryOf(value)
    if (!closed) hash.update(line)
    before += 1
  }
  if (before === 0) throw new Refused('notABackup')
  if (!closed) throw new Refused('damaged')
}

/** Each line with its newline; a last one without is cut short. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  let rest: Buffer = Buffer.alloc(0)
  let any = false
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let from = 0
      for (let at = all.indexOf(newline); at >= 0; at = all.indexOf(newline, from)) {
        yield all.subarray(from, at + 1)
        any = true
        from = at + 1
      }
      rest = all.subarray(from)
    }
  } catch (error) {
    if (isOfZlib(error)) throw new Refused(any ? 'damaged' : 'notABackup', '', error)
    if (isOfFiles(error)) throw new Refused('unreadable', path, error)
    throw error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
  if (rest.length > 0) throw new Refused(any ? 'damaged' : 'notABackup')
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
const isOfZlib = (error: unknown): boolean => codeOf(error).startsWith('Z_')
const isOfFiles = (error: unknown): boolean => /^(ENOENT|EISDIR|EACCES|EPERM|EIO)$/.test(codeOf(error))

function parse(line: Buffer, first: boolean): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch (error) {
    throw new Refused(first ? 'notABackup' : 'damaged', '', error)
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isFileHash = (value: unknown): value is string => isText(value) && new RegExp(hashPattern).test(value)

function headerOf(value: unknown): Header {
  if (!isObject(value) || value['gridbook'] !== 'backup') throw new Refused('notABackup')
  if (value['format'] !== 1) throw new Refused('newerFormat')
  const { version, createdAt, migrations } = value
  if (!isText(version) || !isText(createdAt) || !areTexts(migrations)) throw new Refused('damaged')
  return { gridbook: 'backup', format: 1, version, createdAt, migrations }
}

function entryOf(value: unknown): Entry {
  if (isText(value)) return { is: 'piece', bytes: Buffer.from(value, 'base64') }
  if (Array.isArray(value) && value.every((cell): cell is Cell => cell === null || isText(cell)))
    return { is: 'row', cells: value }
  if (!isObject(value)) throw new Refused('damaged')
  const { table, columns, township, file, size, secret, rows, files, missing } = value
  if (isText(table) && areTexts(columns)) return { is: 'table', table, columns }
  // They become a path: nothing else may come in.
  if (isId(township) && isFileHash(file) && isCount(size)) return { is: 'file', file: { township, file, size } }
  if (isText(secret)) return { is: 'secret', secret }
  if (isObject(rows) && Object.values(rows).every(isCount) && isCount(files) && areTexts(missing))
    return { is: 'counts', counts: { rows: rows as Counts['rows'], files, missing } }
  throw new Refused('damaged')
}
