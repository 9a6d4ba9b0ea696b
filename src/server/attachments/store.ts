import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import type { DataStore } from '@tus/server'
import { flushToDisk } from '../durable.ts'

/** Where attachments lie. Another store fills the same port: `partial` is tus's own (there is one for S3). */
export type AttachmentStore = {
  /** What is still coming in. */
  readonly partial: DataStore
  /** Of an upload that has come in whole: its hash and its first bytes. */
  readonly look: (uploadId: string) => Promise<{ readonly hash: string; readonly head: Uint8Array }>
  /** Makes an upload the township's attachment of that hash, durably; one that is there already stays. */
  readonly keep: (township: string, hash: string, uploadId: string) => Promise<void>
  /** Null: there is none. */
  readonly open: (township: string, hash: string) => Promise<Readable | null>
}

const headBytes = 64
/** An upload that nobody has gone on with for so long is thrown away; the phone begins anew. */
const partialMs = 7 * 86_400_000

/** Attachments as files: `partial/` and `<township>/sha256/ab/abcd…` below a folder. */
export function fileAttachments(folder: string): AttachmentStore {
  const partials = join(folder, 'partial')
  // Here and now: a folder that can't be made is told at the start.
  mkdirSync(partials, { recursive: true })
  const partial = new FileStore({ directory: partials, expirationPeriodInMilliseconds: partialMs })
  const placeOf = (township: string, hash: string): string => {
    const hex = hash.slice('sha256:'.length)
    return join(folder, township, 'sha256', hex.slice(0, 2), hex)
  }
  const exists = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    )
  return {
    partial,
    look: async (uploadId) => {
      const hashing = createHash('sha256')
      let head = Buffer.alloc(0)
      for await (const piece of createReadStream(join(partials, uploadId)) as AsyncIterable<Buffer>) {
        hashing.update(piece)
        if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)])
      }
      return { hash: `sha256:${hashing.digest('hex')}`, head }
    },
    keep: async (township, hash, uploadId) => {
      const [from, to] = [join(partials, uploadId), placeOf(township, hash)]
      if (!(await exists(to))) {
        await mkdir(dirname(to), { recursive: true })
        await flushToDisk(from)
        await rename(from, to)
        await flushToDisk(dirname(to))
      }
      await rm(from, { force: true })
      await rm(`${from}.json`, { force: true })
    },
    open: async (township, hash) => {
      const path = placeOf(township, hash)
      return (await exists(path)) ? createReadStream(path) : null
    },
  }
}
