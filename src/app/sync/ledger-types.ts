import type { Caller } from '../../domain/access/caller.ts'
import type { Kind } from '../../domain/kinds/kind.ts'
import type { Change, Outcome, Problem } from '../../domain/record/change.ts'
import type { Data } from '../../domain/value.ts'

/** Who is logged in on this phone, as `/api/session` told it last. */
export type Session = {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly roles: Caller['roles']
    readonly personId: string | null
  }
  readonly township: { readonly id: string; readonly name: string }
  readonly villages: readonly string[]
  /** Years whose figures are frozen: a change to them is a correction. Absent: none. */
  readonly signedYears?: readonly number[]
}

/** A record as the server's pull tells it (DESIGN.md 6). */
export type ServerRecord = {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly status: string
  readonly number?: string
  readonly data: Data
  readonly masked?: Data
  readonly seq: number
  readonly updatedAt: string
  readonly updatedBy: { readonly id: string; readonly name: string }
}

/** A record as the phone shows it: the server's state with this phone's unsent changes laid over it. */
export type LocalRecord = {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly number?: string
  readonly data: Data
  readonly masked?: Data
  /** 0 where the server doesn't know it yet. */
  readonly version: number
  readonly seq: number
  readonly updatedAt: string
  readonly updatedBy: { readonly id: string; readonly name: string }
  readonly sync: 'synced' | 'queued' | 'attention'
}

/** What is being typed on this phone: kept within half a second of a key, in no other place (DESIGN.md 5). */
export type WorkingCopy = {
  readonly id: string
  readonly kind: string
  /** The record that it edits or will create. */
  readonly recordId: string
  /** What the record held when the form was opened; null for a new record. */
  readonly base: Data | null
  readonly values: Data
  /** Hazards written inside an inspection's form, saved with it. */
  readonly children: readonly { readonly kind: string; readonly recordId: string; readonly values: Data }[]
  /** The field that had the focus, to come back to. */
  readonly at?: string
  /** Its form was open when it was kept: an app that was killed comes back to it. */
  readonly open?: true
  readonly savedAt: string
  /** The camera was opened over it and hasn't come back: if the app was killed by then, its shot is lost. */
  readonly camera?: true
  /** Why a record of a signed year is corrected. */
  readonly reason?: string
  /** The queue entry that this copy mends, if it was opened from "needs attention". */
  readonly mends?: string
}

/** A change that the server hasn't acknowledged, or has refused (DESIGN.md 5: the outbox). */
export type QueueEntry = {
  readonly change: Change
  /** queued: to be sent; waiting and failed: sent, to be asked again; conflict and rejected: a person must act. */
  readonly state: 'queued' | Extract<Outcome, 'conflict' | 'rejected' | 'waiting' | 'failed' | 'held'>
  readonly problems: readonly (Problem & { readonly message?: string })[]
  readonly savedAt: string
  readonly tries: number
  /** Epoch milliseconds of the next try, or null: with the next sync. */
  readonly nextTryAt: number | null
}

export type SyncStatus = {
  /** no: the last request got no answer from our server; only an answer proves a connection. */
  readonly reach: 'yes' | 'no' | 'unknown'
  readonly running: boolean
  readonly lastAnswerAt: string | null
  /** The server said 401: the password is asked for quietly, capture goes on. */
  readonly signedOut: boolean
  /** The server said that this app is too old to be understood. */
  readonly tooOld: boolean
  readonly storage: { readonly usage: number; readonly quota: number; readonly persisted: boolean | null } | null
}

/** What the server answered last to a question, with its time, so that it can be shown offline. */
export type Kept<T> = { readonly value: T; readonly at: string; readonly fresh: boolean }

/** A new change as the screens make it; id, by and madeAt are added when it is saved. */
export type NewChange = Pick<Change, 'recordId' | 'kind' | 'set' | 'was' | 'reason' | 'resolves'>

export type SaveResult =
  | { readonly ok: true; readonly changeIds: readonly string[] }
  /** Nothing was saved; the working copy is still there. */
  | { readonly ok: false; readonly code: 'full' | 'closed' | 'unknown' }

/** What an account must do before it may do anything else. */
export type StepBefore = 'mustChangePassword' | 'mustSetUpTotp'

export type LoginResult =
  /** `next`: no vault of his is open yet; he sets a PIN, or unlocks with the one he has. */
  | { readonly ok: true; readonly next?: 'pin' | 'unlock' }
  | {
      readonly ok: false
      readonly code: 'badCredentials' | 'locked' | 'noAnswer' | 'totpRequired' | StepBefore
      readonly retryAfter?: number
    }

/** What the year, receipts, series and history screens ask of the server. */
export type FiguresQuery = {
  /** With `from` and `to` the year in which they begin; they are asked for then. */
  readonly year: number
  readonly month?: number
  readonly from?: string
  readonly to?: string
  readonly villageId?: string
  readonly personId?: string
}

export type KindsByName = ReadonlyMap<string, Kind>
