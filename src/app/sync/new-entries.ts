import { same } from '../../domain/record/canonical.ts'
import type { Change } from '../../domain/record/change.ts'
import type { Data, Value } from '../../domain/value.ts'
import type { KindsByName, NewChange, QueueEntry } from './ledger-types.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** ISO 8601 with the device's own offset, as a change tells when it was made. */
export function madeAtText(epochMs: number, offsetMinutes: number): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 23)
  const size = Math.abs(offsetMinutes)
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

export type EntryMaking = {
  readonly kinds: KindsByName
  readonly userId: string
  readonly newId: () => string
  readonly now: number
  /** Minutes east of Greenwich. */
  readonly offsetMinutes: number
}

/** The queue entries of new changes, in their order. */
export function newEntries(changes: readonly NewChange[], making: EntryMaking): readonly QueueEntry[] {
  const madeAt = madeAtText(making.now, making.offsetMinutes)
  return changes.map((wanted) => {
    const kindVersion = making.kinds.get(wanted.kind)?.version
    const change: Change = {
      id: making.newId(),
      recordId: wanted.recordId,
      kind: wanted.kind,
      ...(kindVersion === undefined ? {} : { kindVersion }),
      by: making.userId,
      ...(wanted.was === undefined ? {} : { was: wanted.was }),
      set: wanted.set,
      madeAt,
      ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
      ...(wanted.resolves === undefined ? {} : { resolves: wanted.resolves }),
    }
    return {
      change,
      state: 'queued',
      problems: [],
      savedAt: new Date(making.now).toISOString(),
      tries: 0,
      nextTryAt: null,
    }
  })
}

/**
 * The change that settles a conflict: what was picked and differs from what the server holds now; nothing else is
 * touched. Empty where the server's side was picked throughout.
 */
export function resolution(entry: QueueEntry, server: Data, picks: Data): NewChange {
  const set: { [field: string]: Value } = {}
  const was: { [field: string]: Value } = {}
  for (const [name, picked] of Object.entries(picks)) {
    if (same(picked, server[name] ?? null)) continue
    set[name] = picked
    was[name] = server[name] ?? null
  }
  return { recordId: entry.change.recordId, kind: entry.change.kind, set, was, resolves: entry.change.id }
}
