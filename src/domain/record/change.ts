import type { Data } from '../value.ts'

/** One edit of one record, made once on one device, never altered afterwards (DESIGN.md 4). */
export type Change = {
  readonly id: string
  readonly recordId: string
  readonly kind: string
  readonly kindVersion?: number
  /** The account that made it; by default the session's. */
  readonly by?: string
  /** What the author saw of each field in `set`; absent: this change creates the record. */
  readonly was?: Data
  /** Whole top-level fields; null clears. */
  readonly set: Data
  /** The device's clock, ISO 8601 with offset. */
  readonly madeAt: string
  readonly reason?: string
  /** The id of the conflict that this change settles. */
  readonly resolves?: string
}

export type Outcome = 'applied' | 'conflict' | 'rejected' | 'waiting' | 'failed' | 'held'

/** Permanent: never renamed, never reused (DESIGN.md 4). */
export const problemCodes = [
  'badChange',
  'unknownKind',
  'unknownField',
  'newerKind',
  'badId',
  'required',
  'hidden',
  'wrongType',
  'badText',
  'tooLong',
  'outOfRange',
  'badChoice',
  'futureDate',
  'dateOrder',
  'badTransition',
  'unknownLink',
  'otherTownship',
  'certificateExpired',
  'tooFew',
  'notAllowed',
  'notFound',
  'notYours',
  'idTaken',
  'idReused',
  'unknownKey',
  'updateApp',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** What is wrong, where (a JSON Pointer into the change), and what the words need to say it well. */
export type Problem = {
  readonly path: string
  readonly code: ProblemCode
  /** Values for the sentence (words.ts): a name, a date, a count. */
  readonly params?: { readonly [name: string]: string | number }
}

/** Codes that warn and never refuse. */
export type Warning = {
  readonly path: string
  readonly code: 'clock' | 'checkDigit' | 'twoPeople' | 'yearlyCap' | 'duplicate' | 'late'
  readonly params?: { readonly [name: string]: string | number }
}
