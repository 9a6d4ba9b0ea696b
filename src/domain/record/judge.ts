import type { Caller } from '../access/caller.ts'
import type { Held } from '../access/rights.ts'
import { mayChange, mayLog, mayOpen, moversOf } from '../access/rights.ts'
import { unseenFields } from '../access/view.ts'
import type { Kind } from '../kinds/kind.ts'
import { fieldOf } from '../kinds/kind.ts'
import type { Data } from '../value.ts'
import { text } from '../value.ts'
import { same } from './canonical.ts'
import type { Change, Problem, ProblemCode, Warning } from './change.ts'
import { layOver, meet, meetsByElement } from './meet.ts'
import type { Registers } from './registers.ts'
import { warningsOf } from './rules.ts'
import { stepProblems } from './states.ts'
import { recordProblems, valueProblems } from './validate.ts'

/** A record as it stands when a change to it is judged. */
export type Current = Held & { readonly kind: string }

export type JudgeContext = {
  /** The change's kind, undefined where this side doesn't know it. */
  readonly kind: Kind | undefined
  /** The record, null where it isn't known (yet). */
  readonly record: Current | null
  /** The record's own kind, which the change may not name rightly. */
  readonly recordKind?: Kind | undefined
  /** Whose rights it is judged by: the change's author. */
  readonly caller: Caller
  readonly registers: Registers
  /** The server's day in Asia/Shanghai. */
  readonly today: string
  /** Earlier states of the record that the change's author may have seen, newest first; asked where it and what came since don't go together. */
  readonly versions?: () => readonly Data[]
}

export type Judgement =
  | { readonly outcome: 'applied'; readonly data: Data; readonly fields: Data; readonly warnings: readonly Warning[] }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly string[] }
  | { readonly outcome: 'rejected' | 'failed'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'waiting' }

const rejected = (path: string, code: ProblemCode): Judgement => ({ outcome: 'rejected', problems: [{ path, code }] })
const newer: Judgement = { outcome: 'failed', problems: [{ path: '/kindVersion', code: 'newerKind' }] }

/** The village must be one of the township's and in the author's scope; unlike other links it can't arrive later. */
const villageProblems = (fields: Data, context: JudgeContext): Problem[] => {
  const village = text(fields['villageId'])
  if (village === undefined) return []
  if (context.registers.find(village)?.kind !== 'village') return [{ path: '/set/villageId', code: 'otherTownship' }]
  return context.caller.villages.includes(village) ? [] : [{ path: '/set/villageId', code: 'notAllowed' }]
}

/** A record of another kind than the change says; who may not open it as what it is isn't told that it is there. */
const otherKind = (record: Current, { caller, recordKind }: JudgeContext): Judgement =>
  recordKind && mayOpen(caller, recordKind, record) ? rejected('/kind', 'badChange') : rejected('/recordId', 'notFound')

const rightsProblem = (change: Change, kind: Kind, record: Current, caller: Caller): Judgement | null => {
  if (!mayOpen(caller, kind, record)) return rejected('/recordId', 'notFound')
  const masked = unseenFields(caller, kind, record).find((name) => name in change.set)
  if (masked !== undefined) return rejected(`/set/${masked}`, 'notAllowed')
  return mayChange(caller, kind, record) ? null : rejected('/recordId', 'notAllowed')
}

/** Whether that state is what the author saw, not merely one that already held what he set; lists have met others. */
const isSeen = (before: Data, change: Change, kind: Kind): boolean =>
  Object.keys(change.set).every(
    (name) => meetsByElement(fieldOf(kind, name)) || same(before[name] ?? null, change.was?.[name] ?? null),
  )

/** Whether the edit would have been valid on some earlier state in which its author saw what it says. */
const validAlone = (change: Change, kind: Kind, context: JudgeContext, movers: ReturnType<typeof moversOf>): boolean =>
  (context.versions?.() ?? []).some((before) => {
    const met = meet(kind, before, change)
    if (!met.ok || !isSeen(before, change, kind)) return false
    const data = layOver(before, met.fields)
    return problemsAfter(kind, text(before['status']) ?? null, data, movers, context).length === 0
  })

const problemsAfter = (
  kind: Kind,
  from: string | null,
  data: Data,
  movers: ReturnType<typeof moversOf>,
  context: JudgeContext,
): readonly Problem[] => {
  const status = text(data['status'])
  if (status === undefined) return [{ path: '/set/status', code: 'required' }]
  const found = [...stepProblems(kind, from, status, data, movers), ...recordProblems(kind, data, context)]
  const seen = new Set<string>()
  return found.filter((problem) => {
    const key = `${problem.path} ${problem.code}`
    return seen.has(key) ? false : (seen.add(key), true)
  })
}

/**
 * What becomes of a change (DESIGN.md 4), in order: its kind, the author's rights (before existence), its values by
 * themselves, the meeting of fields, the whole record. Pure: the server keeps, the phone foretells with the same rules.
 */
export const judge = (change: Change, context: JudgeContext): Judgement => {
  const { kind, record, caller } = context
  if (!kind)
    return change.kindVersion !== undefined && change.kindVersion > 0 ? newer : rejected('/kind', 'unknownKind')
  if (!mayLog(caller, kind)) return rejected('/kind', 'notAllowed')
  const creates = change.was === undefined
  if (record) {
    if (creates) return rejected('/recordId', 'idTaken')
    if (record.kind !== kind.name) return otherKind(record, context)
    const problem = rightsProblem(change, kind, record, caller)
    if (problem) return problem
  }
  const values = valueProblems(kind, change.set)
  if (values.some((problem) => problem.code === 'unknownField') && (change.kindVersion ?? 0) > kind.version)
    return newer
  if (values.length > 0) return { outcome: 'rejected', problems: values }
  if (!record && !creates) return { outcome: 'waiting' }
  const before = record?.data ?? {}
  const met = meet(kind, before, change)
  if (!met.ok) return { outcome: 'conflict', conflicts: met.conflicts }
  const data = layOver(before, met.fields)
  const held: Held = record ?? { authorId: caller.userId, status: text(data['status']) ?? '', data }
  const movers = moversOf(caller, kind, held)
  const problems = [
    ...villageProblems(met.fields, context),
    ...problemsAfter(kind, record?.status ?? null, data, movers, context),
  ]
  if (problems.length === 0)
    return { outcome: 'applied', data, fields: met.fields, warnings: warningsOf(kind, data, context.registers) }
  if (record && validAlone(change, kind, context, movers))
    return { outcome: 'conflict', conflicts: Object.keys(change.set) }
  return { outcome: 'rejected', problems }
}
