import type { Kind } from '../../domain/kinds/kind.ts'
import type { SealedChange } from '../../domain/record/sealed.ts'
import type { QueueEntry, ServerRecord, Session, WorkingCopy } from '../sync/ledger-types.ts'
import { byAge, isOver, photoHashes } from './photo-rules.ts'
import type {
  Acked,
  Head,
  KeptAnswer,
  Meta,
  PhotoBytes,
  PhotoInfo,
  ServerKey,
  Vault,
  WriteProblem,
  Written,
} from './vault.ts'
import { furtherHead, VaultError } from './vault.ts'

/** A vault for tests: the same promises but for the disk, and a switch for the trouble that a disk makes. */
export type MemoryVault = Vault & {
  /** From now on every call fails so; null: works again. */
  readonly fail: (code: WriteProblem | null) => void
}

type Contents = {
  session: Session | null
  username: string | null
  kinds: readonly Kind[]
  cursor: string | null
  seen: Head | null
  attention: readonly QueueEntry[]
  mended: string[]
  mark: number
  sweeping: boolean
  serverKey: ServerKey | null
  half: readonly number[] | null
  items: Map<string, SealedChange>
  lease: { holder: string; until: number } | null
  records: Map<string, { mark: number; record: ServerRecord }>
  outbox: Map<string, QueueEntry>
  copies: Map<string, WorkingCopy>
  answers: Map<string, KeptAnswer>
  acked: Map<string, Acked>
  photos: Map<string, PhotoInfo>
  photoBytes: Map<string, PhotoBytes>
}

const empty = (): Contents => ({
  session: null,
  username: null,
  kinds: [],
  cursor: null,
  seen: null,
  attention: [],
  mended: [],
  mark: 0,
  sweeping: false,
  serverKey: null,
  half: null,
  items: new Map(),
  lease: null,
  records: new Map(),
  outbox: new Map(),
  copies: new Map(),
  answers: new Map(),
  acked: new Map(),
  photos: new Map(),
  photoBytes: new Map(),
})

/** Makes an empty vault in memory. */
export function makeMemoryVault(): MemoryVault {
  let held = empty()
  let problem: WriteProblem | null = null

  const write = async (work: () => void): Promise<Written> => {
    await Promise.resolve()
    if (problem) return { ok: false, code: problem }
    work()
    return { ok: true }
  }
  const read = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve()
    if (problem) throw new VaultError(problem)
    return structuredClone(work())
  }
  const meta = (): Meta => ({
    session: held.session,
    username: held.username,
    cursor: held.cursor,
    seen: held.seen,
    attention: held.attention,
    mended: held.mended,
    sweeping: held.sweeping,
    serverKey: held.serverKey,
  })

  return {
    fail: (code) => {
      problem = code
    },
    load: () =>
      read(() => ({
        ...meta(),
        kinds: held.kinds,
        records: [...held.records.values()].map((kept) => kept.record),
        outbox: [...held.outbox.values()],
        workingCopies: [...held.copies.values()],
        acked: [...held.acked.values()].filter((one) => !one.pulled),
        photos: byAge([...held.photos.values()]),
      })),
    meta: () => read(meta),
    outbox: () => read(() => [...held.outbox.values()]),
    save: (saving) => {
      const { add, dropCopy, drop, items } = structuredClone(saving)
      return write(() => {
        for (const [id, item] of items ?? []) held.items.set(id, item)
        for (const entry of add) if (!held.outbox.has(entry.change.id)) held.outbox.set(entry.change.id, entry)
        for (const { change } of add)
          for (const hash of photoHashes(change.set)) {
            const photo = held.photos.get(hash)
            if (photo && photo.recordId === undefined) held.photos.set(hash, { ...photo, recordId: change.recordId })
          }
        if (dropCopy !== undefined) held.copies.delete(dropCopy)
        if (drop !== undefined) {
          held.outbox.delete(drop)
          held.mended.push(drop)
        }
      })
    },
    settle: (settling) => {
      const { acked, changed, seen } = structuredClone(settling)
      return write(() => {
        for (const one of acked) {
          held.outbox.delete(one.change.id)
          held.acked.set(one.change.id, one)
        }
        for (const entry of changed) if (held.outbox.has(entry.change.id)) held.outbox.set(entry.change.id, entry)
        held.seen = furtherHead(held.seen, seen)
      })
    },
    // No worker sends from memory: nothing is ever answered behind its back.
    answered: () => read(() => []),
    unsealed: (keyId) =>
      read(() => [...held.outbox.values()].filter(({ change }) => held.items.get(change.id)?.sealed.keyId !== keyId)),
    putItems: (items) =>
      write(() => {
        for (const [id, item] of items) held.items.set(id, item)
      }),
    putRecoveryHalf: (half) => write(() => void (held.half = half)),
    recoveryHalf: () => read(() => held.half),
    putServerKey: (key) => write(() => void (held.serverKey = key)),
    saveCopy: (copy) => {
      const kept = structuredClone(copy)
      return write(() => void held.copies.set(kept.id, kept))
    },
    dropCopy: (id) => write(() => void held.copies.delete(id)),
    takePage: (page) => {
      const { records, gone, cursor, seen, last } = structuredClone(page)
      return write(() => {
        for (const record of records) held.records.set(record.id, { mark: held.mark, record })
        for (const id of gone) held.records.delete(id)
        held.cursor = cursor
        held.seen = furtherHead(held.seen, seen)
        if (!last) return
        for (const [id, one] of held.acked) held.acked.set(id, { ...one, pulled: true })
        if (!held.sweeping) return
        for (const [id, kept] of held.records) if (kept.mark !== held.mark) held.records.delete(id)
        held.sweeping = false
      })
    },
    beginSweep: () =>
      write(() => {
        held.mark += 1
        held.sweeping = true
        held.cursor = null
      }),
    putSession: (session, username) =>
      write(() => {
        held.session = structuredClone(session)
        held.username = username
      }),
    putKinds: (kinds) => write(() => void (held.kinds = structuredClone(kinds))),
    putAttention: (entries) => write(() => void (held.attention = structuredClone(entries))),
    putAnswer: (key, answer) => {
      const kept = structuredClone(answer)
      return write(() => void held.answers.set(key, kept))
    },
    answer: (key) => read(() => held.answers.get(key) ?? null),
    lease: async (holder, now, until) => {
      await Promise.resolve()
      if (problem) return false
      if (held.lease && held.lease.holder !== holder && held.lease.until > now) return false
      held.lease = { holder, until }
      return true
    },
    endLease: async (holder) => {
      await Promise.resolve()
      if (held.lease?.holder === holder) held.lease = null
    },
    forgetAcked: (before) =>
      write(() => {
        for (const [id, one] of held.acked) if (one.pulled && one.at < before) held.acked.delete(id)
      }),
    keepPhoto: (photo, content) => {
      const kept = structuredClone({ photo, content })
      return write(() => {
        if (held.photos.has(photo.hash)) return
        held.photos.set(photo.hash, kept.photo)
        held.photoBytes.set(photo.hash, kept.content)
      })
    },
    photo: (hash) => read(() => held.photoBytes.get(hash) ?? null),
    photos: () => read(() => byAge([...held.photos.values()])),
    notePhoto: (hash, news) =>
      write(() => {
        const photo = held.photos.get(hash)
        if (photo) held.photos.set(hash, { ...photo, ...news })
      }),
    forgetPhotos: (before) =>
      write(() => {
        const inForms = photoHashes([...held.copies.values()])
        for (const [hash, photo] of held.photos) {
          if (inForms.has(hash) || !isOver(photo, before)) continue
          held.photos.delete(hash)
          held.photoBytes.delete(hash)
        }
      }),
    wipe: () => write(() => void (held = empty())),
    close: () => {},
  }
}
