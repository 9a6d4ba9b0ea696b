import { sql } from 'kysely'
import { kindNamed } from '../../domain/kinds/all.ts'
import type { FigureValue } from '../../domain/report/figure.ts'
import type { Database } from '../db/database.ts'
import type { Signature } from './signatures.repository.ts'

/** A figure that has moved since the year was signed: what was signed, and what the records give now. */
export type Correction = { readonly figureId: string; readonly signed: number | null; readonly now: number | null }

/** A change that came after the signature and moved a figure of the year. */
export type LateChange = {
  readonly changeId: string
  readonly recordId: string
  readonly kind: string
  readonly number: string | null
  readonly by: { readonly id: string; readonly name: string }
  readonly acceptedAt: string
  readonly reason: string | null
}

/** The signed figures beside what the records give now, where they differ. */
export const correctionsIn = (signature: Signature, now: readonly FigureValue[]): readonly Correction[] => {
  const signed = new Map(signature.figures.map((figure) => [figure.id, figure.value]))
  return now.flatMap(({ id, value }) => {
    const was = signed.get(id)
    return was === undefined || was === value ? [] : [{ figureId: id, signed: was, now: value }]
  })
}

/** The signed year with its corrections beside it: what is frozen stays, what moved says what it would be now. */
export const frozen = (signature: Signature, now: readonly FigureValue[]): readonly FigureValue[] => {
  const moved = new Map(correctionsIn(signature, now).map((one) => [one.figureId, one.now]))
  const signed = new Map(signature.figures.map((figure) => [figure.id, figure]))
  return now.map((figure) => {
    const kept = signed.get(figure.id)
    if (!kept) return figure
    const { progress } = figure
    return {
      ...kept,
      ...(progress ? { progress } : {}),
      ...(moved.has(figure.id) ? { corrected: moved.get(figure.id) ?? null } : {}),
    }
  })
}

/** The changes marked late for a signed year, the last first; at most 500. */
export async function lateChanges(
  db: Database,
  township: string,
  signature: Signature,
): Promise<readonly LateChange[]> {
  const mark = JSON.stringify([{ code: 'late', params: { year: signature.year } }])
  const rows = await db
    .selectFrom('changes as c')
    .innerJoin('users as u', (join) => join.onRef('u.township', '=', 'c.township').onRef('u.id', '=', 'c.by_user'))
    .leftJoin('change_bodies as b', (join) =>
      join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
    )
    .leftJoin('records as r', (join) => join.onRef('r.township', '=', 'c.township').onRef('r.id', '=', 'c.record_id'))
    .select(['c.id', 'c.record_id', 'c.kind', 'c.accepted_at', 'r.number', 'b.body', 'u.id as user_id', 'u.name'])
    .where('c.township', '=', township)
    .where('c.seq', '>', signature.seq)
    .where(sql<boolean>`c.warnings @> ${mark}::jsonb`)
    .orderBy('c.seq', 'desc')
    .limit(500)
    .execute()
  return rows.flatMap((row) => {
    if (row.record_id === null || row.kind === null || !kindNamed(row.kind)) return []
    const reason = row.body === null ? undefined : (JSON.parse(row.body) as { reason?: unknown }).reason
    return [
      {
        changeId: row.id,
        recordId: row.record_id,
        kind: row.kind,
        number: row.number,
        by: { id: row.user_id, name: row.name },
        acceptedAt: row.accepted_at.toISOString(),
        reason: typeof reason === 'string' && reason.trim() !== '' ? reason : null,
      },
    ]
  })
}
