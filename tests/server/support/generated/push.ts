import type { Data, Value } from '../../../../src/domain/value.ts'
import { change, mustBeApplied, type Phone } from '../server.ts'
import type { Draw } from './draw.ts'
import { type Plan, stateAfter } from './plan.ts'

/** A record as its changes left it. */
export type Logged = { readonly id: string; readonly kind: string; readonly data: Data }

/** The changes of one record, each with what its author saw before. */
function changesOf({ kind, id, sets }: Plan): Record<string, unknown>[] {
  return sets.map((set, place) => {
    if (place === 0) return change(kind, set, { recordId: id })
    const before = stateAfter(sets.slice(0, place))
    const was: { [field: string]: Value } = {}
    for (const field of Object.keys(set)) was[field] = before[field] ?? null
    return change(kind, set, { recordId: id, was })
  })
}

/** One stream: registers made first, as a township does, a record's changes in their order, all else mixed, some twice. */
function streamOf(plans: readonly Plan[], registers: number, draw: Draw): readonly Record<string, unknown>[] {
  const last = 1_000_000
  const placed = plans.flatMap((plan, index) => {
    const changes = changesOf(plan)
    const places = changes.map(() => draw.int(0, last)).toSorted((a, b) => a - b)
    if (index < registers) places[0] = index - registers
    return changes.flatMap((one, order) => {
      const at = places[order] ?? last
      return draw.chance(3)
        ? [
            { at, one },
            { at: draw.int(Math.max(at, 0), last), one },
          ]
        : [{ at, one }]
    })
  })
  return placed.toSorted((a, b) => a.at - b.at).map(({ one }) => one)
}

/** Sends every change, in batches of any size; all must be applied. */
export async function pushPlans(
  phone: Phone,
  plans: readonly Plan[],
  registers: number,
  draw: Draw,
): Promise<readonly Logged[]> {
  const stream = streamOf(plans, registers, draw)
  for (let sent = 0; sent < stream.length;) {
    const size = draw.pick([500, draw.int(1, 500), draw.int(100, 400)])
    mustBeApplied(await phone.push(stream.slice(sent, sent + size)))
    sent += size
  }
  return plans.map(({ id, kind, sets }) => ({ id, kind, data: stateAfter(sets) }))
}
