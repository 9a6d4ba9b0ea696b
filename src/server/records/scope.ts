import { type Expression, sql, type SqlBool } from 'kysely'
import type { Caller, Role } from '../../domain/access/caller.ts'
import { kinds } from '../../domain/kinds/all.ts'
import type { Kind } from '../../domain/kinds/kind.ts'

/** The tables that scope speaks of call the records `r`. */
type Clause = Expression<SqlBool>

const never = sql<SqlBool>`false`
const always = sql<SqlBool>`true`
const named = (wanted: readonly Kind[]) => sql<SqlBool>`r.kind = any(${wanted.map((kind) => kind.name)}::text[])`
const has = (caller: Caller, ...roles: readonly Role[]): boolean => roles.some((role) => caller.roles.includes(role))
const readsCases: readonly Role[] = ['officer', 'reviewer', 'monitor', 'county', 'supervisor']

const isRegister = (kind: Kind): boolean => kind.group === 'register'
const handledKinds = kinds.filter((kind) => !isRegister(kind) && kind.handledBy)
const plainKinds = kinds.filter((kind) => !isRegister(kind) && !kind.handledBy)

/** Account and person: either may stand among a record's readers. */
export const identitiesOf = (caller: Caller): readonly string[] => [
  caller.userId,
  ...(caller.personId === null ? [] : [caller.personId]),
]

const inVillages = (caller: Caller) =>
  sql<SqlBool>`(r.village_id is null or r.village_id = any(${caller.villages}::uuid[]))`

/** A case whose personal fields whoever may open it may read. */
export const isHandledKind = named(handledKinds)

/** `mayOpen` of the domain's rights as a where-clause over `records as r`; tests hold the two together. */
export function mayOpenClause(caller: Caller): Clause {
  if (has(caller, 'supervisor')) return always
  const registers = caller.roles.some((role) => role !== 'auditor') ? named(kinds.filter(isRegister)) : never
  const own = sql<SqlBool>`(${named(kinds.filter((kind) => !isRegister(kind)))} and r.author_id = ${caller.userId})`
  const handled = sql<SqlBool>`(${named(handledKinds)} and r.readers && ${identitiesOf(caller)}::uuid[])`
  const plain = has(caller, ...readsCases) ? sql<SqlBool>`(${named(plainKinds)} and ${inVillages(caller)})` : never
  return sql<SqlBool>`(${registers} or ${own} or (r.status <> 'draft' and (${handled} or ${plain})))`
}

/** `mayList` as a where-clause: also what stands there masked. */
export function mayListClause(caller: Caller): Clause {
  const open = mayOpenClause(caller)
  if (open === always || !has(caller, ...readsCases, 'mediator')) return open
  const listed = named(kinds.filter((kind) => kind.listed !== undefined))
  return sql<SqlBool>`(${open} or (${listed} and r.status <> 'draft' and ${inVillages(caller)}))`
}

/** What the caller could read once and may have lost; what he may still read is told whole. */
export function wasReadClause(caller: Caller): Clause {
  const handled = sql<SqlBool>`(${named(handledKinds)} and r.former_readers && ${identitiesOf(caller)}::uuid[])`
  if (!has(caller, ...readsCases)) return handled
  return sql<SqlBool>`(${handled} or (${named(plainKinds)} and r.status <> 'draft' and r.former_villages && ${caller.villages}::uuid[]))`
}
