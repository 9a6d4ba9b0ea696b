import type { Field, Kind } from '../../../domain/kinds/kind.ts'
import { firstState } from '../../../domain/record/states.ts'
import type { Data } from '../../../domain/value.ts'
import { text } from '../../../domain/value.ts'
import type { Me } from '../../form/asked.ts'
import { askedFields, startValues } from '../../form/asked.ts'
import type { Child } from '../../form/children.ts'
import { pathBetween, pathFields } from '../../form/path.ts'
import type { LocalRecord, QueueEntry, WorkingCopy } from '../../sync/ledger-types.ts'

/** All that a form begins with. */
export type Start = {
  readonly kind: Kind
  readonly recordId: string
  readonly base: Data | null
  readonly values: Data
  readonly children: readonly Child[]
  /** The state that the main button leads to, and the states on the way there; [] stays where the record is. */
  readonly target: string
  readonly path: readonly string[]
  readonly fields: readonly Field[]
  readonly at: string | null
  readonly mends?: string
  readonly reason?: string
  /** Nothing was in it before: sections stand open. */
  readonly fresh: boolean
  readonly savedAt: string | null
  /** The app was killed while the camera was open over this form. */
  readonly lostShot?: true
}

/** What the address of the form page asks for, with what it names. */
export type Asked = {
  readonly copy: WorkingCopy | undefined
  readonly kind: Kind | undefined
  readonly record: LocalRecord | undefined
  readonly entry: QueueEntry | undefined
  /** The state that a step leads to. */
  readonly to: string | undefined
  readonly newId: () => string
  readonly today: string
  readonly me: Me
}

const over = (base: Data | null, values: Data): Data => ({ ...base, ...values })

/** The steps and questions between what a record is and what the form leads to. */
const way = (kind: Kind, base: Data | null, to: string | undefined) => {
  const from = text(base?.['status'] ?? undefined)
  const first = firstState(kind)
  if (base === null || from === undefined || from === 'draft')
    return { target: to ?? first, path: [], fields: askedFields(kind, to ?? first), step: false }
  if (to === undefined || to === from) return { target: from, path: [], fields: askedFields(kind, from), step: false }
  const path = pathBetween(kind, from, to) ?? [to]
  return { target: to, path, fields: pathFields(kind, from, path), step: true }
}

/** Opening a record alters nothing; only a new one, or a step further, is given proposals. */
export const startOf = (asked: Asked): Start | undefined => {
  const { copy, record, entry, today, me } = asked
  const kind = asked.kind
  if (!kind) return undefined
  if (copy) {
    const { target, path, fields } = way(kind, copy.base, text(copy.values['status'] ?? undefined))
    return {
      kind,
      recordId: copy.recordId,
      base: copy.base,
      values: copy.values,
      children: copy.children,
      target,
      path,
      fields,
      at: copy.at ?? null,
      fresh: false,
      savedAt: copy.savedAt,
      ...(copy.mends === undefined ? {} : { mends: copy.mends }),
      ...(copy.reason === undefined ? {} : { reason: copy.reason }),
      ...(copy.camera ? { lostShot: true as const } : {}),
    }
  }
  if (entry) {
    // What was refused stands in the form as it was meant, over what its author had seen.
    const creates = entry.change.was === undefined
    const base = creates ? null : over(record?.data ?? null, entry.change.was ?? {})
    const { target, path, fields } = way(kind, base, text(entry.change.set['status'] ?? undefined))
    const values = Object.fromEntries(
      Object.entries(over(base, entry.change.set)).filter(([, value]) => value !== null),
    )
    return {
      kind,
      recordId: entry.change.recordId,
      base,
      values,
      children: [],
      target,
      path,
      fields,
      at: null,
      fresh: true,
      savedAt: null,
      mends: entry.change.id,
      ...(entry.change.reason === undefined ? {} : { reason: entry.change.reason }),
    }
  }
  if (record) {
    const { target, path, fields, step } = way(kind, record.data, asked.to)
    const back =
      step &&
      kind.states.findIndex((state) => state.name === target) <
        kind.states.findIndex((state) => state.name === record.status)
    // Back to the order with a new deadline: the old one is no proposal.
    const given = back
      ? Object.fromEntries(Object.entries(record.data).filter(([name]) => name !== 'deadline'))
      : record.data
    const values = step ? startValues(fields, given, today, me) : record.data
    return {
      kind,
      recordId: record.id,
      base: record.data,
      values,
      children: [],
      target,
      path,
      fields,
      at: null,
      fresh: step,
      savedAt: null,
    }
  }
  const { target, path, fields } = way(kind, null, undefined)
  return {
    kind,
    recordId: asked.newId(),
    base: null,
    values: startValues(fields, {}, today, me),
    children: [],
    target,
    path,
    fields,
    at: null,
    fresh: true,
    savedAt: null,
  }
}
