import type { Caller } from '../../domain/access/caller.ts'
import type { Change, Outcome, Problem, Warning } from '../../domain/record/change.ts'
import type { Data } from '../../domain/value.ts'

/** Whose changes are judged. */
export type Author = {
  readonly caller: Caller
  /** Every village of the township is in scope, also one that arrives within the same batch. */
  readonly allVillages: boolean
}

/** Changes as they came, to be judged in order. */
export type Submission = {
  readonly author: Author
  readonly deviceId: string | null
  /** The device's clock when it sent them, and ours when they came: milliseconds since the epoch. */
  readonly sentAt: number
  readonly now: number
  readonly items: readonly unknown[]
  /** Hears of a crash inside a change; nothing of the change itself may be told to a log. */
  readonly onFailure?: (error: unknown) => void
}

/** What became of one item (DESIGN.md 6); the words for its problems are the route's to add. */
export type Result = {
  readonly changeId: string | null
  readonly recordId: string | null
  readonly outcome: Outcome
  /** The record's after this change; null where nothing was applied. */
  readonly version: number | null
  readonly kind?: string
  readonly number?: string
  readonly settledBy?: string
  readonly problems?: readonly Problem[]
  readonly warnings?: readonly Warning[]
}

/** A judged change as the log has it. */
export type Logged = {
  readonly id: string
  readonly seq: number
  readonly recordId: string | null
  readonly kind: string | null
  readonly byUser: string
  readonly outcome: Outcome
  readonly version: number | null
  readonly number: string | null
  readonly problems: readonly Problem[] | null
  readonly warnings: readonly Warning[] | null
  readonly digest: string
  /** null where body and salt were erased. */
  readonly salt: string | null
}

/** A change that a person still has to settle, with the fields that it would have set. */
export type Open = {
  readonly id: string
  readonly seq: number
  readonly recordId: string
  readonly byUser: string
  readonly outcome: Outcome
  readonly creates: boolean
  readonly fields: readonly string[]
}

/** A record as the ledger holds it. */
export type Stored = {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly number: string | null
  readonly data: Data
  readonly authorId: string
  readonly seq: number
  readonly version: number
  readonly formerReaders: readonly string[]
  readonly formerVillages: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
  readonly updatedBy: string
}

/** An edit kept until its record arrives. */
export type Waiting = {
  readonly change: Change
  readonly body: string
  readonly byUser: string
  readonly deviceId: string | null
  readonly sentAt: number
  readonly keptAt: number
}

/** A change from a revoked device or a dismissed account, unjudged until a supervisor takes or refuses it. */
export type HeldChange = {
  readonly changeId: string
  readonly byUser: string
  readonly deviceId: string | null
  readonly body: string
  readonly sentAt: number
  readonly keptAt: number
  /** Made after the revocation, by the device's corrected clock. */
  readonly after: boolean
}

/** The head of a township's chain: the phone remembers the highest it was told. */
export type Head = { readonly seq: number; readonly hash: string }
