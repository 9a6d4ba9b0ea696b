import { calendarOver } from '../../domain/calendar/announced.ts'
import type { Change } from '../../domain/record/change.ts'
import type { KnownRecord, Registers } from '../../domain/record/registers.ts'
import type { Data } from '../../domain/value.ts'
import { text } from '../../domain/value.ts'
import type { Author, Head, HeldChange, Logged, Open, Stored, Waiting } from './types.ts'

/** A change that was judged in this batch, with what is written of it. */
export type Entry = Logged & {
  readonly hash: string
  readonly deviceId: string | null
  readonly madeAt: string | null
  readonly resolves: string | null
  readonly body: string
  readonly fields: Data | null
  readonly acceptedAt: string
}

/** All that a batch needs of the ledger, in memory, and all that it will write. Nothing is written until the end. */
export type Batch = {
  readonly township: string
  readonly townshipName: string
  head: Head
  /** When the submission in turn came, and that day in Shanghai. */
  now: number
  today: string
  readonly authors: Map<string, Author>
  readonly logged: Map<string, Logged>
  readonly settledBy: Map<string, string>
  readonly records: Map<string, Stored>
  /** The duties of each person, by record id. */
  readonly duties: Map<string, Set<string>>
  /** The last official number given, by kind and year. */
  readonly counters: Map<string, number>
  /** The years that stand signed: what moves their figures is late. */
  readonly signedYears: readonly number[]
  readonly waiting: Map<string, Waiting>
  readonly held: Map<string, HeldChange>
  readonly open: Map<string, Open>
  readonly registers: Registers
  readonly written: {
    readonly entries: Entry[]
    readonly touched: Set<string>
    readonly created: Set<string>
    readonly counters: Set<string>
    readonly settlements: { readonly changeId: string; readonly settledBy: string; readonly at: string }[]
    readonly kept: Waiting[]
    readonly arrived: Set<string>
  }
}

export function newBatch(of: Pick<Batch, 'township' | 'townshipName' | 'head' | 'signedYears'>): Batch {
  const records = new Map<string, Stored>()
  const duties = new Map<string, Set<string>>()
  return {
    ...of,
    now: 0,
    today: '',
    authors: new Map(),
    logged: new Map(),
    settledBy: new Map(),
    records,
    duties,
    counters: new Map(),
    waiting: new Map(),
    held: new Map(),
    open: new Map(),
    registers: registersOver(records, duties),
    written: {
      entries: [],
      touched: new Set(),
      created: new Set(),
      counters: new Set(),
      settlements: [],
      kept: [],
      arrived: new Set(),
    },
  }
}

function registersOver(
  records: ReadonlyMap<string, Stored>,
  duties: ReadonlyMap<string, ReadonlySet<string>>,
): Registers {
  const find = (id: string): KnownRecord | undefined => records.get(id)
  return {
    find,
    dutiesOf: (personId) => [...(duties.get(personId) ?? [])].flatMap((id) => find(id) ?? []),
    // Asked by few rules, and a year may come in with the batch itself.
    get calendar() {
      const years = [...records.values()].filter(({ kind, status }) => kind === 'holidayYear' && status === 'active')
      return calendarOver(years.map(({ data }) => data))
    },
  }
}

/** Takes a record in, as the database has it or as a change has made it. */
export function putRecord(batch: Batch, record: Stored): void {
  const before = batch.records.get(record.id)
  const formerly = before?.kind === 'duty' ? text(before.data['personId']) : undefined
  if (formerly !== undefined) batch.duties.get(formerly)?.delete(record.id)
  batch.records.set(record.id, record)
  const person = record.kind === 'duty' ? text(record.data['personId']) : undefined
  if (person === undefined) return
  const duties = batch.duties.get(person) ?? new Set()
  batch.duties.set(person, duties.add(record.id))
}

/** The waiting edits of a record, in the order in which they came. */
export const waitingFor = (batch: Batch, recordId: string): readonly Waiting[] =>
  [...batch.waiting.values()].filter((one) => one.change.recordId === recordId)

export const counterKey = (kind: string, year: number): string => `${kind} ${year}`

/** A change's body is what was sent, to the letter that canonical JSON leaves it. */
export type Sent = { readonly item: unknown; readonly body: string; readonly change: Change | null }
