import { sql } from 'kysely'
import type { Caller } from '../../domain/access/caller.ts'
import { kinds } from '../../domain/kinds/all.ts'
import type { Kind } from '../../domain/kinds/kind.ts'
import type { Change, Problem } from '../../domain/record/change.ts'
import { isUnfinished } from '../../domain/record/states.ts'
import type { Data, Value } from '../../domain/value.ts'
import { texts } from '../../domain/value.ts'
import type { Trx } from '../db/database.ts'
import { accept } from '../ledger/accept.ts'
import { v7 } from '../start/uuid.ts'

/** What became of a hand-over: the records that moved, and those that didn't with what is wrong with them. */
export type Handed = {
  readonly records: readonly string[]
  readonly refused: readonly {
    readonly recordId: string
    readonly kind: string
    readonly problems: readonly Problem[]
  }[]
}

/** Everything of a township in which a person stands as handler and in which something is still to be done. */
async function openWorkOf(trx: Trx, township: string, personId: string) {
  const handled = kinds.filter((kind) => kind.handledBy)
  const rows = await trx
    .selectFrom('records')
    .select(['id', 'kind', 'status', 'data'])
    .where('township', '=', township)
    .where('kind', '=', sql<string>`any(${handled.map((kind) => kind.name)}::text[])`)
    .where(sql<boolean>`readers && ${[personId]}::uuid[]`)
    .orderBy('seq')
    .execute()
  return rows.flatMap((row) => {
    const kind = handled.find((one) => one.name === row.kind)
    return kind && isUnfinished(kind, row.status) ? [{ id: row.id, kind, data: row.data }] : []
  })
}

/** The fields that name the one, as they are and with the other in his place; a list names each once. */
export function replaced(kind: Kind, data: Data, from: string, to: string): { readonly was: Data; readonly set: Data } {
  const was: { [field: string]: Value } = {}
  const set: { [field: string]: Value } = {}
  for (const name of kind.handledBy ?? []) {
    const value = data[name] ?? null
    const inList = Array.isArray(value) && texts(value).includes(from)
    if (!inList && value !== from) continue
    was[name] = value
    set[name] = inList ? [...new Set(texts(value).map((id) => (id === from ? to : id)))] : to
  }
  return { was, set }
}

/**
 * Gives all open work of one person to another (issue 10): one ordinary change a record, as the administrator's, with
 * the rights that this takes and that he has for nothing else.
 */
export async function handOver(
  trx: Trx,
  of: { readonly admin: Caller; readonly from: string; readonly to: string; readonly now: number },
): Promise<Handed> {
  const { township, userId } = of.admin
  // Before anything is read: nobody changes a handler between the look and the change.
  await trx.selectFrom('townships').select('id').where('id', '=', township).forUpdate().executeTakeFirstOrThrow()
  const work = await openWorkOf(trx, township, of.from)
  const changes = work.flatMap(({ id, kind, data }): readonly Change[] => {
    const { was, set } = replaced(kind, data, of.from, of.to)
    if (Object.keys(set).length === 0) return []
    const madeAt = new Date(of.now).toISOString()
    return [{ id: v7(of.now), recordId: id, kind: kind.name, kindVersion: kind.version, was, set, madeAt }]
  })
  const caller: Caller = { userId, township, roles: ['supervisor'], personId: null, villages: [] }
  const author = { caller, allVillages: true }
  const { results } = await accept(trx, { author, deviceId: null, sentAt: of.now, now: of.now, items: changes })
  const told = results.map((result, index) => ({
    recordId: changes[index]?.recordId ?? '',
    kind: changes[index]?.kind ?? '',
    outcome: result.outcome,
    problems: result.problems ?? [],
  }))
  return {
    records: told.filter((one) => one.outcome === 'applied').map((one) => one.recordId),
    refused: told.filter((one) => one.outcome !== 'applied'),
  }
}
