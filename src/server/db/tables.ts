import type { ColumnType, Generated } from 'kysely'
import type { Role } from '../../domain/access/caller.ts'
import type { FigureValue } from '../../domain/report/figure.ts'
import type { Data } from '../../domain/value.ts'
import type { Problem, Warning } from '../../domain/record/change.ts'

/** Written as text, read as what it holds: the driver would take a list for a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>
type OptionalJson<T> = ColumnType<T | null, string | null, never>

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

export interface LoginTable {
  username: string
  township: string
  user_id: string
}

export interface RateCounterTable {
  key: string
  count: number
  until: Date
}

/** How often an attempt failed under a key, and how long it is locked. */
export interface LoginLockTable {
  key: string
  /** In the window that began at `since`. */
  failures: number
  since: Date
  /** How many locks one after the other. */
  locks: number
  /** In the past where it isn't locked. */
  locked_until: Date
}

/** Where an account has logged in from lately: hashes, no addresses. */
export interface LoginPlaceTable {
  township: string
  user_id: string
  place: string
  seen_at: Date
}

export interface UserTable {
  township: string
  id: string
  username: string
  name: string
  roles: Role[]
  person_id: string | null
  /** null: every village of the township. */
  villages: string[] | null
  password_hash: string
  must_change_password: boolean
  disabled: boolean
  /** Since when; null also where that was before it was kept. */
  disabled_at: Date | null
  /** Sealed for `totp`; null: none asked for yet. */
  totp_secret: string | null
  /** Whether its owner has shown that he can make codes of it; defaults to false. */
  totp_confirmed: Generated<boolean>
  /** The last step of 30 seconds whose code was taken. */
  totp_step: number | null
  created_at: Date
}

export interface DeviceTable {
  township: string
  id: string
  user_id: string
  name: string | null
  seen_at: Date
  revoked_at: Date | null
  /** The app that last pushed from it, as it calls itself. */
  app_version: string | null
  /** When it last pushed or pulled, to the minute. */
  synced_at: Date | null
}

export interface SessionTable {
  township: string
  token_hash: string
  user_id: string
  device_id: string | null
  created_at: Date
  expires_at: Date
}

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

/** A figure that no record gives, typed for a year; the highest `n` holds. Never updated. */
export interface YearEntryTable {
  township: string
  year: number
  figure_id: string
  n: number
  value: ColumnType<string, number, never>
  source: string
  by_user: string
  entered_at: Date
}

/** The text of a section of a year's report; the highest `n` holds. Never updated. */
export interface YearParagraphTable {
  township: string
  year: number
  section: string
  n: number
  content: string
  by_user: string
  written_at: Date
}

/** A year signed, or opened again; the highest `n` holds. Never updated. */
export interface YearSignatureTable {
  township: string
  year: number
  n: number
  signed: boolean
  by_user: string
  signed_at: Date
  /** Where the township's chain stood. */
  seq: number
  hash: string | null
  figures: OptionalJson<readonly FigureValue[]>
  /** The hash of the definitions in force. */
  definitions: string | null
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
