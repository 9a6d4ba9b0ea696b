import type { Generated } from 'kysely'
import type { Data } from '../../domain/value.ts'
import type { Json } from './json-column.ts'
import type {
  ChangeBodyTable,
  ChangeTable,
  CounterTable,
  FactTable,
  HeldTable,
  RecordTable,
  SettlementTable,
  WaitingTable,
} from './tables-ledger.ts'
import type {
  DeviceTable,
  LoginLockTable,
  LoginPlaceTable,
  LoginTable,
  RateCounterTable,
  SessionTable,
  UserTable,
} from './tables-people.ts'
import type { YearEntryTable, YearParagraphTable, YearSignatureTable } from './tables-years.ts'

export interface TownshipTable {
  id: string
  name: string
  seq: number
  head_hash: string
  demo: boolean
  created_at: Date
  /** The hash of the definitions that the facts were made under; null: never said. */
  definitions: string | null
  /** Moves with whatever is typed, written or signed for a year, as `seq` moves with the log. */
  revision: Generated<number>
  /** When it came out of a backup; null: never. What was accepted after that backup lies on phones alone. */
  restored_at: Generated<Date | null>
}

/** A file that has come in whole, checked. Never updated. */
export interface AttachmentTable {
  township: string
  hash: string
  type: string
  size: number
  by_user: string
  /** The record that it was sent for. */
  record_id: string | null
  created_at: Date
}

/** Something that somebody did or saw. Never updated, never deleted. */
export interface AuditTable {
  township: string
  n: number
  at: Date
  by_user: string | null
  device_id: string | null
  action: string
  subject: string | null
  detail: Json<Data>
  hash: string
}

/** Where a township's audit chain stands. */
export interface AuditHeadTable {
  township: string
  n: number
  hash: string
}

/** A key that phones seal for; both halves are JWK as JSON, the private one sealed (secrets.ts). */
export interface SealingKeyTable {
  key_id: string
  public_key: string
  private_key: string
  created_at: Date
}

export interface MigrationTable {
  name: string
  applied_at: Date
}

/** Every table, by name. */
export interface Tables {
  townships: TownshipTable
  logins: LoginTable
  rate_counters: RateCounterTable
  login_locks: LoginLockTable
  login_places: LoginPlaceTable
  users: UserTable
  devices: DeviceTable
  sessions: SessionTable
  changes: ChangeTable
  change_bodies: ChangeBodyTable
  waiting: WaitingTable
  held: HeldTable
  settlements: SettlementTable
  records: RecordTable
  facts: FactTable
  counters: CounterTable
  attachments: AttachmentTable
  audit: AuditTable
  audit_heads: AuditHeadTable
  year_entries: YearEntryTable
  year_paragraphs: YearParagraphTable
  year_signatures: YearSignatureTable
  sealing_keys: SealingKeyTable
  migrations: MigrationTable
}
