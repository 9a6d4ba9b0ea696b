import type { Kind } from '../../domain/kinds/kind.ts'
import type { Change, Outcome, Problem, Warning } from '../../domain/record/change.ts'
import type { Data } from '../../domain/value.ts'
import { text } from '../../domain/value.ts'
import type { Batch, Entry } from './batch.ts'
import { putRecord } from './batch.ts'
import { digestOf, newSalt, nextHash } from './chain.ts'
import { nextNumber } from './numbers.ts'
import { readersOf, villageOf } from './record-row.ts'
import type { Stored } from './types.ts'

/** A judged change about to be written to the log. */
export type Judged = {
  readonly id: string
  readonly recordId: string | null
  readonly kind: string | null
  readonly byUser: string
  readonly deviceId: string | null
  readonly madeAt: string | null
  readonly body: string
  readonly outcome: Outcome
  readonly problems?: readonly Problem[]
  readonly warnings?: readonly Warning[]
  readonly resolves?: string | undefined
}

type Applied = { readonly version: number; readonly number: string | null; readonly fields: Data }

/** Adds a judged change to the log: the next seq, the next link of the chain. */
export function log(batch: Batch, judged: Judged, applied?: Applied): Entry {
  const seq = batch.head.seq + 1
  const salt = newSalt()
  const digest = digestOf(salt, judged.body)
  const hash = nextHash(batch.head.hash, { seq, id: judged.id, outcome: judged.outcome, digest })
  const entry: Entry = {
    ...judged,
    seq,
    salt,
    digest,
    hash,
    version: applied?.version ?? null,
    number: applied?.number ?? null,
    fields: applied?.fields ?? null,
    problems: judged.problems ?? null,
    warnings: judged.warnings ?? null,
    resolves: judged.resolves ?? null,
    acceptedAt: new Date(batch.now).toISOString(),
  }
  batch.head = { seq, hash }
  batch.logged.set(entry.id, entry)
  batch.written.entries.push(entry)
  return entry
}

/** Applies a change: the record's next version, its official number where it is due, the log. */
export function apply(batch: Batch, kind: Kind, change: Change, judged: Judged, data: Data, fields: Data): Entry {
  const before = batch.records.get(change.recordId)
  const status = text(data['status']) ?? ''
  const numbered = before?.number ? null : nextNumber(batch, kind, status, data)
  const number = before?.number ?? numbered?.number ?? null
  const version = (before?.version ?? 0) + 1
  const entry = log(batch, judged, { version, number, fields })
  const record: Stored = {
    id: change.recordId,
    kind: kind.name,
    status,
    number,
    data,
    authorId: before?.authorId ?? judged.byUser,
    seq: entry.seq,
    version,
    ...formerOf(kind, before, data, judged.byUser),
    createdAt: before?.createdAt ?? entry.acceptedAt,
    updatedAt: entry.acceptedAt,
    updatedBy: judged.byUser,
  }
  putRecord(batch, record)
  if (numbered) {
    batch.counters.set(numbered.counter, numbered.last)
    batch.written.counters.add(numbered.counter)
  }
  batch.written.touched.add(record.id)
  if (!before) batch.written.created.add(record.id)
  return entry
}

/** Who could read it before and may not any more: they pull that it is gone (DESIGN.md 6). */
function formerOf(
  kind: Kind,
  before: Stored | undefined,
  data: Data,
  author: string,
): Pick<Stored, 'formerReaders' | 'formerVillages'> {
  if (!before) return { formerReaders: [], formerVillages: [] }
  const readers = readersOf(kind, before.authorId, data)
  const lost = readersOf(kind, before.authorId, before.data).filter((id) => id !== author)
  const village = villageOf(data)
  const left = villageOf(before.data)
  return {
    formerReaders: [...new Set([...before.formerReaders, ...lost])].filter((id) => !readers.includes(id)),
    formerVillages: [...new Set([...before.formerVillages, ...(left === null ? [] : [left])])].filter(
      (id) => id !== village,
    ),
  }
}
