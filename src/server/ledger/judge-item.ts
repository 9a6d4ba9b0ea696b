import { kindNamed } from '../../domain/kinds/all.ts'
import { instantMs } from '../../domain/calendar/instant.ts'
import type { Warning } from '../../domain/record/change.ts'
import { judge, type Judgement } from '../../domain/record/judge.ts'
import type { Data } from '../../domain/value.ts'
import { isUnavailable } from '../db/pool.ts'
import type { Batch, Sent } from './batch.ts'
import { waitingFor } from './batch.ts'
import { digestOf } from './chain.ts'
import { idsOf, itemProblems, refused, storableProblem } from './item.ts'
import { apply, type Judged, log } from './keep.ts'
import { lateWarnings } from './late.ts'
import { settle } from './settle.ts'
import type { Author, Logged, Result, Submission, Waiting } from './types.ts'
import type { Seer } from './versions.ts'

/** The earlier states of a record that somebody may have seen, newest first; loaded only where the judge wants them. */
export type Versions = (recordId: string, of: Seer) => Promise<readonly Data[]>

/** A phone's clock is told off where it is more than this away from ours. */
const clockTolerance = 10 * 60_000

/** Judges one item in its turn, keeps what became of it, and answers. Nothing is kept where it throws. */
export async function judgeItem(batch: Batch, of: Submission, sent: Sent, versions: Versions): Promise<Result> {
  const author = batch.authors.get(of.author.caller.userId) ?? of.author
  const ids = idsOf(sent)
  const unjudged = answerUnjudged(batch, author.caller.userId, sent)
  if (unjudged || ids.changeId === null) return unjudged ?? refused(sent, 'badChange', '')
  const kept = batch.waiting.get(ids.changeId)
  const problems = itemProblems(sent)
  const judged = {
    ...judgedOf(ids.changeId, ids.recordId, sent, author.caller.userId, of.deviceId),
    outcome: 'rejected' as const,
    problems,
  }
  if (problems.length > 0 || !sent.change) return answerOf(batch, logOpen(batch, sent, judged))
  const waiting = {
    change: sent.change,
    body: sent.body,
    byUser: author.caller.userId,
    deviceId: of.deviceId,
    sentAt: of.sentAt,
    keptAt: of.now,
  }
  const result = await judgeChange(batch, author, waiting, versions)
  if (result.outcome === 'waiting' && !kept) keepWaiting(batch, waiting)
  if (kept && result.outcome !== 'waiting' && result.outcome !== 'failed') stopWaiting(batch, ids.changeId)
  if (result.outcome === 'applied') await judgeWaiting(batch, sent.change.recordId, versions)
  return result
}

/**
 * What is answered before anything is judged: nothing that can be kept under an id of its author's, or known already.
 * Null where the change is new, or waits and is to be tried again.
 */
export function answerUnjudged(batch: Batch, userId: string, sent: Sent): Result | null {
  const ids = idsOf(sent)
  if (ids.by !== null && ids.by !== userId) return refused(sent, 'notYours', '/by')
  if (ids.changeId === null) {
    return { changeId: null, recordId: ids.recordId, outcome: 'rejected', version: null, problems: itemProblems(sent) }
  }
  if (sent.body === '') return refused(sent, 'badChange', '')
  const known = batch.logged.get(ids.changeId)
  if (known) return isSame(known, userId, sent) ? answerOf(batch, known) : refused(sent, 'idReused', '/id')
  const held = batch.held.get(ids.changeId)
  const kept = held ?? batch.waiting.get(ids.changeId)
  if (kept && (kept.byUser !== userId || kept.body !== sent.body)) return refused(sent, 'idReused', '/id')
  return held ? heldAnswer(sent) : null
}

/** Kept for a supervisor. */
export function heldAnswer(sent: Sent): Result {
  const { changeId, recordId } = idsOf(sent)
  return { changeId, recordId, outcome: 'held', version: null }
}

const isSame = (known: Logged, userId: string, sent: Sent): boolean =>
  known.byUser === userId && (known.salt === null || known.digest === digestOf(known.salt, sent.body))

/** The stored answer: the same however often it is asked for, with `settledBy` where it has been settled since. */
function answerOf(batch: Batch, known: Logged): Result {
  const settledBy = batch.settledBy.get(known.id)
  return {
    changeId: known.id,
    recordId: known.recordId,
    outcome: known.outcome,
    version: known.version,
    ...(known.kind === null ? {} : { kind: known.kind }),
    ...(known.number === null || known.outcome !== 'applied' ? {} : { number: known.number }),
    ...(settledBy === undefined ? {} : { settledBy }),
    ...(known.problems === null || known.problems.length === 0 ? {} : { problems: known.problems }),
    ...(known.warnings === null || known.warnings.length === 0 ? {} : { warnings: known.warnings }),
  }
}

/** What the log has of a change, whatever became of it. */
export const judgedOf = (
  id: string,
  recordId: string | null,
  sent: Pick<Sent, 'change' | 'body'>,
  byUser: string,
  deviceId: string | null,
) => ({
  id,
  recordId,
  kind: sent.change?.kind ?? null,
  byUser,
  deviceId,
  madeAt: sent.change?.madeAt ?? null,
  body: sent.body,
  resolves: sent.change?.resolves,
})

async function judgeChange(batch: Batch, author: Author, one: Waiting, versions: Versions): Promise<Result> {
  const { change } = one
  const kind = kindNamed(change.kind)
  const record = batch.records.get(change.recordId) ?? null
  const context = {
    kind,
    record,
    recordKind: record ? kindNamed(record.kind) : undefined,
    caller: author.caller,
    registers: batch.registers,
    today: batch.today,
  }
  let judgement: Judgement = judge(change, context)
  if (judgement.outcome === 'rejected' && record && change.was) {
    const earlier = await versions(record.id, one)
    judgement = judge(change, { ...context, versions: () => earlier })
  }
  const base = judgedOf(change.id, change.recordId, one, author.caller.userId, one.deviceId)
  if (judgement.outcome === 'waiting')
    return { changeId: change.id, recordId: change.recordId, outcome: 'waiting', version: null }
  if (judgement.outcome === 'failed') {
    return {
      changeId: change.id,
      recordId: change.recordId,
      kind: change.kind,
      outcome: 'failed',
      version: null,
      problems: judgement.problems,
    }
  }
  if (judgement.outcome !== 'applied' || !kind) {
    const problems =
      judgement.outcome === 'rejected' ? judgement.problems.slice(0, 200).map(storableProblem) : undefined
    const outcome = judgement.outcome === 'conflict' ? ('conflict' as const) : ('rejected' as const)
    return answerOf(batch, logOpen(batch, one, { ...base, outcome, ...(problems ? { problems } : {}) }))
  }
  const warnings = [
    ...judgement.warnings,
    ...clockWarnings(one, batch.now),
    ...lateWarnings(batch, kind, change, judgement.data),
  ]
  const entry = apply(batch, kind, change, { ...base, outcome: 'applied', warnings }, judgement.data, judgement.fields)
  if (kind.name === 'village') widen(batch, change.recordId)
  settle(batch, change, entry, author)
  return answerOf(batch, entry)
}

/** Logs what a person must still settle. */
function logOpen(batch: Batch, sent: Pick<Sent, 'change' | 'body'>, judged: Judged): Logged {
  const entry = log(batch, judged)
  const { id, seq, recordId, byUser, outcome } = entry
  const change = sent.change
  if (recordId !== null && change) {
    batch.open.set(id, {
      id,
      seq,
      recordId,
      byUser,
      outcome,
      creates: change.was === undefined,
      fields: Object.keys(change.set),
    })
  }
  return entry
}

/** A new village is at once in the scope of those who have all. */
function widen(batch: Batch, village: string): void {
  for (const [id, author] of batch.authors) {
    if (!author.allVillages || author.caller.villages.includes(village)) continue
    batch.authors.set(id, { ...author, caller: { ...author.caller, villages: [...author.caller.villages, village] } })
  }
}

function clockWarnings(one: Waiting, now: number): readonly Warning[] {
  const made = instantMs(one.change.madeAt) ?? now
  const isOff = Math.abs(now - one.sentAt) > clockTolerance || made - one.sentAt > clockTolerance
  return isOff ? [{ path: '/madeAt', code: 'clock' }] : []
}

function keepWaiting(batch: Batch, one: Waiting): void {
  batch.waiting.set(one.change.id, one)
  batch.written.kept.push(one)
}

/** The edits that came before their record: judged now, in the order in which they came. */
async function judgeWaiting(batch: Batch, recordId: string, versions: Versions): Promise<void> {
  for (const one of waitingFor(batch, recordId)) {
    const author = batch.authors.get(one.byUser)
    if (!author || batch.logged.has(one.change.id)) continue
    const before = batch.head.seq
    try {
      const result = await judgeChange(batch, author, one, versions)
      if (result.outcome !== 'waiting' && result.outcome !== 'failed') stopWaiting(batch, one.change.id)
    } catch (error) {
      // It may not keep its record from arriving: it goes on waiting, unless something of it is kept already.
      if (batch.head.seq !== before || isUnavailable(error)) throw error
    }
  }
}

function stopWaiting(batch: Batch, changeId: string): void {
  batch.waiting.delete(changeId)
  batch.written.arrived.add(changeId)
}
