import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import type { AttachmentStore } from '../attachments/store.ts'
import type { Entry, FileLine } from './format.ts'
import { Refused } from './refused.ts'

/**
 * Lays the attachments of a backup into the store, each only when its hash is right. Throws Refused `damaged` where one
 * isn't what it says, or not all are there.
 */
export async function putFiles(store: AttachmentStore, entries: AsyncIterable<Entry>, expected: number): Promise<void> {
  let open: FileLine | null = null
  let pieces: Buffer[] = []
  let count = 0
  const close = async (): Promise<void> => {
    if (open) await put(store, open, pieces)
    count += open ? 1 : 0
    open = null
    pieces = []
  }
  for await (const entry of entries) {
    if (entry.is === 'piece') {
      if (open === null) throw new Refused('damaged')
      pieces.push(entry.bytes)
      continue
    }
    await close()
    if (entry.is === 'file') open = entry.file
  }
  await close()
  if (count !== expected) throw new Refused('damaged')
}

/** By the way that uploads come in, so that every store has it. */
async function put(
  store: AttachmentStore,
  { township, file, size }: FileLine,
  pieces: readonly Buffer[],
): Promise<void> {
  const id = `${township}~restore~${randomBytes(12).toString('hex')}`
  await store.partial.create(new Upload({ id, size, offset: 0 }))
  await store.partial.write(Readable.from(pieces), id, 0)
  const { hash } = await store.look(id)
  if (hash !== file) {
    await store.partial.remove(id)
    throw new Refused('damaged', file)
  }
  await store.keep(township, file, id)
}
