import { computed, shallowRef } from 'vue'
import { photoHashes } from '../vault/photo-rules.ts'
import type { Holdings, PhotoInfo, PhotoNews, PulledPage, Saving, ServerKey, Settling } from '../vault/vault.ts'
import { localOf, overlay, queueOf } from './overlay.ts'
import type { KindsByName, LocalRecord, QueueEntry, ServerRecord, Session, WorkingCopy } from './ledger-types.ts'

const nobody = { id: '', name: '' }
const without = <T>(list: readonly T[], gone: (item: T) => boolean): readonly T[] =>
  list.some(gone) ? list.filter((item) => !gone(item)) : list

/** What the vault holds, as the screens see it: loaded once, then kept in step by `mirror.ts`. */
export function makeState() {
  const session = shallowRef<Session | null>(null)
  const username = shallowRef<string | null>(null)
  const kinds = shallowRef<KindsByName>(new Map())
  const server = shallowRef<ReadonlyMap<string, ServerRecord>>(new Map())
  const outbox = shallowRef<readonly QueueEntry[]>([])
  const attention = shallowRef<readonly QueueEntry[]>([])
  const mended = shallowRef<readonly string[]>([])
  const acked = shallowRef<Holdings['acked']>([])
  const workingCopies = shallowRef<readonly WorkingCopy[]>([])
  const photos = shallowRef<readonly PhotoInfo[]>([])
  const serverKey = shallowRef<ServerKey | null>(null)

  const me = computed(() => session.value?.user ?? nobody)
  const queue = computed(() => queueOf(outbox.value, attention.value, mended.value, me.value.id))
  const base = computed<ReadonlyMap<string, LocalRecord>>(
    () => new Map([...server.value].map(([id, record]) => [id, localOf(record)])),
  )
  /** With what the server has taken. */
  const acknowledged = computed(() =>
    overlay({ base: base.value, acked: acked.value, queue: [], kinds: kinds.value, me: me.value }),
  )
  /** With all that this phone holds. */
  const records = computed(() =>
    overlay({ base: acknowledged.value, acked: [], queue: queue.value, kinds: kinds.value, me: me.value }),
  )

  const take = (held: Holdings): void => {
    session.value = held.session
    username.value = held.username
    kinds.value = new Map(held.kinds.map((kind) => [kind.name, kind]))
    server.value = new Map(held.records.map((record) => [record.id, record]))
    outbox.value = held.outbox
    attention.value = held.attention
    mended.value = held.mended
    acked.value = held.acked
    workingCopies.value = held.workingCopies
    photos.value = held.photos
    serverKey.value = held.serverKey
  }
  const saved = ({ add, drop, dropCopy }: Saving): void => {
    const known = new Set(outbox.value.map((entry) => entry.change.id))
    const kept = without(outbox.value, (entry) => entry.change.id === drop)
    outbox.value = [...kept, ...add.filter((entry) => !known.has(entry.change.id))]
    if (drop !== undefined) mended.value = [...mended.value, drop]
    for (const { change } of add) {
      const taken = photos.value.length > 0 ? photoHashes(change.set) : new Set<string>()
      if (taken.size > 0)
        photos.value = photos.value.map((photo) =>
          taken.has(photo.hash) ? { recordId: change.recordId, ...photo } : photo,
        )
    }
    workingCopies.value = without(workingCopies.value, (copy) => copy.id === dropCopy)
  }
  const settled = (settling: Settling): void => {
    const gone = new Set(settling.acked.map((one) => one.change.id))
    const changed = new Map(settling.changed.map((entry) => [entry.change.id, entry]))
    acked.value = [
      ...acked.value.filter((one) => !gone.has(one.change.id)),
      ...settling.acked.filter((one) => !one.pulled),
    ]
    outbox.value = outbox.value
      .filter((entry) => !gone.has(entry.change.id))
      .map((entry) => changed.get(entry.change.id) ?? entry)
  }
  const pageTaken = ({ records: came, gone, last }: PulledPage): void => {
    if (came.length + gone.length > 0) {
      const next = new Map(server.value)
      for (const record of came) next.set(record.id, record)
      for (const id of gone) next.delete(id)
      server.value = next
    }
    if (last && acked.value.length > 0) acked.value = []
  }
  const copySaved = (copy: WorkingCopy): void => {
    workingCopies.value = [...workingCopies.value.filter((other) => other.id !== copy.id), copy]
  }
  const copyDropped = (id: string): void => {
    workingCopies.value = without(workingCopies.value, (copy) => copy.id === id)
  }
  const photoKept = (photo: PhotoInfo): void => {
    if (!photos.value.some((one) => one.hash === photo.hash)) photos.value = [...photos.value, photo]
  }
  const photoNoted = (hash: string, news: PhotoNews): void => {
    photos.value = photos.value.map((photo) => (photo.hash === hash ? { ...photo, ...news } : photo))
  }

  return {
    session,
    username,
    kinds,
    server,
    outbox,
    attention,
    workingCopies,
    photos,
    serverKey,
    queue,
    records,
    acknowledged,
    take,
    saved,
    settled,
    pageTaken,
    copySaved,
    copyDropped,
    photoKept,
    photoNoted,
  }
}

export type LedgerState = ReturnType<typeof makeState>
