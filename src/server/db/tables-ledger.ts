import type { Data } from '../../domain/value.ts'
import type { Problem, Warning } from '../../domain/record/change.ts'
import type { Json, OptionalJson } from './json-column.ts'

/** One judged change. Never updated, never deleted. */
export interface ChangeTable {
  township: string
  seq: number
  id: string
  record_id: string | null
  kind: string | null
  by_user: string
  device_id: string | null
  made_at: string | null
  accepted_at: Date
  outcome: string
  version: number | null
  number: string | null
  problems: OptionalJson<readonly Problem[]>
  warnings: OptionalJson<readonly Warning[]>
  resolves: string | null
  digest: string
  hash: string
}

/** What a change said: apart from its row, so that it can be erased while the chain holds. */
export interface ChangeBodyTable {
  township: string
  change_id: string
  body: string
  salt: string
  fields: OptionalJson<Data>
}

/** An edit of a record that the server doesn't know yet. */
export interface WaitingTable {
  township: string
  change_id: string
  record_id: string
  by_user: string
  device_id: string | null
  sent_at: Date
  kept_at: Date
  place: number
  body: string
}

/** A change that came from a revoked device or a dismissed account, until a supervisor takes or refuses it. */
export interface HeldTable {
  township: string
  change_id: string
  by_user: string
  device_id: string | null
  body: string
  sent_at: Date
  kept_at: Date
  place: number
  /** Made after the revocation, by the device's corrected clock. */
  after: boolean
}

export interface SettlementTable {
  township: string
  change_id: string
  settled_by: string
  settled_at: Date
}

export interface RecordTable {
  township: string
  id: string
  kind: string
  status: string
  number: string | null
  data: Json<Data>
  author_id: string
  main_date: string | null
  village_id: string | null
  seq: number
  version: number
  /** Accounts and people who may read it because they handle it. */
  readers: string[]
  former_readers: string[]
  former_villages: string[]
  created_at: Date
  updated_at: Date
  updated_by: string
  search: string
  private_search: string
}

export interface FactTable {
  township: string
  record_id: string
  measure: string
  n: number
  kind: string
  subject: string | null
  on_day: string | null
  until_day: string | null
  village_id: string | null
  people: string[]
  amount: number
}

export interface CounterTable {
  township: string
  kind: string
  year: number
  last: number
}
