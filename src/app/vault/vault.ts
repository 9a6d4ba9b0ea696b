import type { Kind } from '../../domain/kinds/kind.ts'
import type { Change, Outcome, Problem } from '../../domain/record/change.ts'
import type { SealedChange } from '../../domain/record/sealed.ts'
import type { QueueEntry, ServerRecord, Session, WorkingCopy } from '../sync/ledger-types.ts'

/** The server's chain as far as this phone was ever told of it (DESIGN.md 5, †). */
export type Head = { readonly seq: number; readonly hash: string }

/** A change that the server has applied; kept 30 days with its receipt, so that a restored server can be healed. */
export type Acked = {
  readonly change: Change
  readonly at: string
  /** The record's version after it; null where the server settled it in another way. */
  readonly version: number | null
  readonly number?: string
  readonly receipt?: string
  /** Whether a whole pull has come after it: until then the record that the server sent is older than this change. */
  readonly pulled: boolean
}

/** What the server said of a sealed item while the app was locked: taken up at the next unlock. */
export type LockedAnswer = {
  readonly outcome: Outcome
  /** Null where it told only the outcome, or nothing was applied. */
  readonly version: number | null
  readonly receipt?: string
  readonly settledBy?: string
  readonly problems: readonly Problem[]
  readonly at: string
}

/** A page of a pull, or what came of it; stored in one transaction. */
export type PulledPage = {
  readonly records: readonly ServerRecord[]
  readonly gone: readonly string[]
  readonly cursor: string
  readonly seen: Head | null
  /** Nothing more comes: ends a sweep, if one was begun. */
  readonly last: boolean
}

/** What the phone holds beside its lists. */
export type Meta = {
  readonly session: Session | null
  /** What the session's user types to log in. */
  readonly username: string | null
  readonly cursor: string | null
  readonly seen: Head | null
  /** Conflicts and rejections that the server tells of, as entries: this phone's own ones and those of the user's other devices. */
  readonly attention: readonly QueueEntry[]
  /** Refused changes that a new one has replaced on this phone: no attention any more. */
  readonly mended: readonly string[]
  /** A sweep has begun and not ended. */
  readonly sweeping: boolean
  /** The server's key of today, for which changes are sealed; null: it was never asked. */
  readonly serverKey: ServerKey | null
}

/** What changes are sealed for (`GET /api/sync/key`), and when it was told. */
export type ServerKey = { readonly keyId: string; readonly publicKey: JsonWebKey; readonly at: string }

/** All that the phone holds, for its start. */
export type Holdings = Meta & {
  readonly kinds: readonly Kind[]
  readonly records: readonly ServerRecord[]
  /** In the order in which they were saved. */
  readonly outbox: readonly QueueEntry[]
  readonly workingCopies: readonly WorkingCopy[]
  /** Acknowledged, but not yet seen in a pull. */
  readonly acked: readonly Acked[]
  /** In the order in which they were taken. */
  readonly photos: readonly PhotoInfo[]
}

/** What the phone knows of a photo that was taken on it; its bytes lie apart, so that a list of them stays light. */
export type PhotoInfo = {
  /** Of the bytes as they are kept and sent, with its algorithm: `sha256:…`. */
  readonly hash: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly width?: number
  readonly height?: number
  readonly takenAt?: string
  readonly originalHash?: string
  readonly addedAt: string
  /** kept: only here; sent: the server has confirmed this very hash. */
  readonly state: 'kept' | 'sent'
  /** The record that was saved with it; absent while only a form holds it, which is not sent. */
  readonly recordId?: string
  readonly sentAt?: string
  /** How often sending it has failed, and when it is tried again (epoch milliseconds). */
  readonly tries?: number
  readonly nextTryAt?: number
  /** The status with which the server refused it. */
  readonly refused?: string | undefined
  /** Where an upload of it has begun, to go on from there. */
  readonly address?: string | undefined
}

/** The bytes of a photo, and a small picture of it where one could be drawn. */
export type PhotoBytes = { readonly bytes: ArrayBuffer; readonly thumb: ArrayBuffer | null }

/** What sending a photo came to. */
export type PhotoNews = Partial<Pick<PhotoInfo, 'state' | 'sentAt' | 'tries' | 'nextTryAt' | 'refused' | 'address'>>

/** A last answer of the server to a question, and when it came. */
export type KeptAnswer = { readonly value: unknown; readonly at: string }

/** full: the disk; closed: the store went away under us (or another version took it); unknown: anything else. */
export type WriteProblem = 'full' | 'closed' | 'unknown'

/** ok: it is on the disk. Otherwise nothing of it is. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly code: WriteProblem }

/** What a save takes in and lets go, together. */
export type Saving = {
  readonly add: readonly QueueEntry[]
  /** Its changes as the worker can send them, by change id. */
  readonly items?: ReadonlyMap<string, SealedChange>
  /** The working copy that it ends. */
  readonly dropCopy?: string
  /** The refused or conflicting change that it replaces or settles. */
  readonly drop?: string
}

/** What became of entries that were sent. */
export type Settling = {
  readonly acked: readonly Acked[]
  /** Their new state; one that has left the outbox meanwhile is passed over. */
  readonly changed: readonly QueueEntry[]
  readonly seen: Head | null
}

/** A read that could not be answered. */
export class VaultError extends Error {
  readonly code: WriteProblem
  constructor(code: WriteProblem) {
    super(`vault: ${code}`)
    this.code = code
  }
}

/**
 * All that the phone keeps: the one port to its disk (DESIGN.md 5). Whoever implements it guarantees:
 * - each call is one transaction: all of it or nothing, also when the process dies in it;
 * - `save`, `settle`, `saveCopy`, `dropCopy`, `keepPhoto`, `putSession` and `wipe` are strictly durable when they say ok;
 * - every call settles within seconds, whatever the disk does; a full disk is told as `full`;
 * - reads reject with VaultError only, writes never reject;
 * - what goes in is copied: neither side sees the other's later edits;
 * - several tabs and the worker may hold it at once.
 */
export interface Vault {
  readonly load: () => Promise<Holdings>
  readonly meta: () => Promise<Meta>
  /** In the order in which they were saved. */
  readonly outbox: () => Promise<readonly QueueEntry[]>
  /** An entry whose change id is there already stays as it is. */
  readonly save: (saving: Saving) => Promise<Written>
  /** What the server said while the app was locked, of entries still in the outbox; a settling ends it. */
  readonly answered: () => Promise<readonly { readonly entry: QueueEntry; readonly answer: LockedAnswer }[]>
  /** Entries of which nothing is sealed for that key of the server. */
  readonly unsealed: (keyId: string) => Promise<readonly QueueEntry[]>
  /** Puts sealed items beside their entries, in place of older ones. */
  readonly putItems: (items: ReadonlyMap<string, SealedChange>) => Promise<Written>
  readonly putServerKey: (key: ServerKey) => Promise<Written>
  /** The server's half of the way back (envelope.ts), as bytes: kept to be sealed for it, again when its key changes. */
  readonly putRecoveryHalf: (half: readonly number[]) => Promise<Written>
  readonly recoveryHalf: () => Promise<readonly number[] | null>
  /** A photo with its bytes, durably; one that is there already stays as it is. A save notes on its photos for which record. */
  readonly keepPhoto: (photo: PhotoInfo, content: PhotoBytes) => Promise<Written>
  /** Null: this phone doesn't have it. */
  readonly photo: (hash: string) => Promise<PhotoBytes | null>
  readonly photos: () => Promise<readonly PhotoInfo[]>
  readonly notePhoto: (hash: string, news: PhotoNews) => Promise<Written>
  /**
   * Lets go of photos of before that time (ISO 8601): those that were sent by then, and those that no save has taken up
   * and no form holds any more. Never one that is still to be sent.
   */
  readonly forgetPhotos: (before: { readonly sent: string; readonly unused: string }) => Promise<Written>
  /** Takes acknowledged entries off the outbox and into the kept ones; `seen` never goes back. */
  readonly settle: (settling: Settling) => Promise<Written>
  readonly saveCopy: (copy: WorkingCopy) => Promise<Written>
  readonly dropCopy: (id: string) => Promise<Written>
  readonly takePage: (page: PulledPage) => Promise<Written>
  /** The scope has changed: the next pull begins at the start, and what it doesn't bring goes after its last page. */
  readonly beginSweep: () => Promise<Written>
  readonly putSession: (session: Session, username: string) => Promise<Written>
  readonly putKinds: (kinds: readonly Kind[]) => Promise<Written>
  readonly putAttention: (entries: readonly QueueEntry[]) => Promise<Written>
  readonly putAnswer: (key: string, answer: KeptAnswer) => Promise<Written>
  readonly answer: (key: string) => Promise<KeptAnswer | null>
  /** Takes the right to sync until then, if nobody else holds it; the way of those without Web Locks. */
  readonly lease: (holder: string, now: number, until: number) => Promise<boolean>
  readonly endLease: (holder: string) => Promise<void>
  /** Forgets the applied changes of before that time (ISO 8601) that a pull has confirmed. */
  readonly forgetAcked: (before: string) => Promise<Written>
  /** Everything goes; for another user. */
  readonly wipe: () => Promise<Written>
  readonly close: () => void
}

/** The further of two heads. */
export const furtherHead = (a: Head | null, b: Head | null): Head | null =>
  a === null || (b !== null && b.seq > a.seq) ? b : a
