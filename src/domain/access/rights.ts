import type { Kind, Mover } from '../kinds/kind.ts'
import type { Data } from '../value.ts'
import { text, texts } from '../value.ts'
import type { Caller, Role } from './caller.ts'

/** A record as far as rights go. */
export type Held = { readonly authorId: string; readonly status: string; readonly data: Data }

const has = (caller: Caller, ...wanted: readonly Role[]): boolean => wanted.some((role) => caller.roles.includes(role))

/** What each role logs: kinds by name, a family's cases (families.ts), or a group: all cases, all registers. */
const logs: { readonly [role in Role]: readonly string[] } = {
  officer: ['field', 'dispute', 'enterprise', 'publicity', 'land', 'people', 'penalty', 'guidance', 'caseLibrary'],
  mediator: ['mediation', 'dispute', 'judgeGuidance', 'circuitTrial'],
  reviewer: [
    'legal',
    'project',
    'study',
    'guidance',
    'complaint',
    'oversight',
    'powerItem',
    'caseReview',
    'qualityReview',
    'certificateReview',
    'caseLibrary',
  ],
  monitor: [],
  supervisor: ['case', 'register'],
  county: [],
  auditor: [],
  admin: ['register'],
}

/** Whether somebody may make or edit records of the kind at all. */
export const mayLog = (caller: Caller, kind: Kind): boolean => {
  const names = [kind.name, kind.group, ...(kind.group === 'case' && kind.family ? [kind.family] : [])]
  return caller.roles.some((role) => logs[role].some((one) => names.includes(one)))
}

/** The people who handle a case, by the fields that name them: mediators, judgeId. */
export const handlersOf = (kind: Kind, data: Data): readonly string[] =>
  (kind.handledBy ?? []).flatMap((name) => [
    ...texts(data[name]),
    ...(text(data[name]) !== undefined ? [text(data[name]) ?? ''] : []),
  ])

/** Whether a village lies in somebody's scope; what has no village lies in everybody's. */
export const inScope = (caller: Caller, data: Data): boolean => {
  const village = text(data['villageId'])
  return village === undefined || caller.villages.includes(village)
}

const handles = (caller: Caller, kind: Kind, held: Held): boolean =>
  held.authorId === caller.userId || (caller.personId !== null && handlersOf(kind, held.data).includes(caller.personId))

/** Roles that read the township's cases, by village; the mediator only the cases that he handles. */
const readsCases: readonly Role[] = ['officer', 'reviewer', 'monitor', 'county', 'supervisor']

/**
 * Whether somebody may open a record: registers all but the auditor; drafts their author and supervisor; mediations
 * those who handle them and their supervisor; the rest whoever has the village in scope (DESIGN.md 6).
 */
export const mayOpen = (caller: Caller, kind: Kind, held: Held): boolean => {
  if (has(caller, 'supervisor')) return true
  if (kind.group === 'register') return caller.roles.some((role) => role !== 'auditor')
  if (held.status === 'draft') return held.authorId === caller.userId
  if (kind.handledBy) return handles(caller, kind, held)
  return held.authorId === caller.userId || (has(caller, ...readsCases) && inScope(caller, held.data))
}

/** Whether a record that somebody may not open still stands in his lists, by number, date, village, type, outcome and masks. */
export const mayList = (caller: Caller, kind: Kind, held: Held): boolean =>
  mayOpen(caller, kind, held) ||
  (kind.listed !== undefined &&
    held.status !== 'draft' &&
    has(caller, ...readsCases, 'mediator') &&
    inScope(caller, held.data))

/** What somebody is to a record: what its transitions are granted to. */
export const moversOf = (caller: Caller, kind: Kind, held: Held): ReadonlySet<Mover> => {
  const movers = new Set<Mover>()
  if (held.authorId === caller.userId) movers.add('author')
  if (has(caller, 'officer') && inScope(caller, held.data)) movers.add('officer')
  if (kind.handledBy && handles(caller, kind, held)) movers.add('handler')
  if (has(caller, 'supervisor') || (kind.group === 'register' && has(caller, 'admin'))) movers.add('supervisor')
  return movers
}

/** Whether somebody may change a record that he may open. */
export const mayChange = (caller: Caller, kind: Kind, held: Held): boolean => {
  if (!mayLog(caller, kind) || !mayOpen(caller, kind, held)) return false
  const movers = moversOf(caller, kind, held)
  if (movers.has('supervisor') || movers.has('author') || movers.has('handler')) return true
  return movers.has('officer') && !kind.handledBy
}

/** Whether somebody may type a year's figures, write its report and sign it. */
export const mayKeepYear = (caller: Caller): boolean => has(caller, 'supervisor')

/** Whether somebody may read what people did and saw: the auditor, who is apart from the admin. */
export const mayReadAudit = (caller: Caller): boolean => has(caller, 'auditor')

/** Whether somebody takes or refuses what came from a revoked device. */
export const mayTakeHeld = (caller: Caller): boolean => has(caller, 'supervisor')

/** Whether somebody keeps the township's accounts and devices. */
export const mayKeepAccounts = (caller: Caller): boolean => has(caller, 'admin')

/** Whether somebody may see the figures, and by whom. */
export const mayReadFigures = (caller: Caller): boolean => caller.roles.some((role) => role !== 'auditor')
