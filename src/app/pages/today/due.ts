import { addDays, daysBetween } from '../../../domain/calendar/day.ts'
import type { Calendar } from '../../../domain/calendar/workdays.ts'
import { addWorkdays } from '../../../domain/calendar/workdays.ts'
import type { KnownRecord } from '../../../domain/record/registers.ts'
import { isObject, text } from '../../../domain/value.ts'

/** What is to be done next about a record; a word in the catalogue each. */
export type Act =
  | 'order'
  | 'urge'
  | 'look'
  | 'recheck'
  | 'close'
  | 'mediate'
  | 'visit'
  | 'confirm'
  | 'entryCode'
  | 'publish'
  | 'finish'

export type DueItem = {
  readonly recordId: string
  readonly kind: string
  readonly act: Act
  /** The day by which; null: as soon as can be. */
  readonly due: string | null
  /** Days past it, 0 where it isn't. */
  readonly late: number
}

export type DueGroup = {
  readonly name: 'late' | 'today' | 'week' | 'open' | 'drafts'
  readonly items: readonly DueItem[]
}

const week = 7
/** Both parties may ask for 司法确认 within 30 days (人民调解法 art. 33); told from day 20, pressing from day 27. */
const confirmation = { days: 30, from: 20, pressing: 27 }

/** After so long nobody is visited any more; the record still says that it wasn't performed. */
const visitedWithin = 60

type Found = { readonly act: Act; readonly due: string | null; readonly group?: DueGroup['name'] }

const ofHazard = (record: KnownRecord, today: string): readonly Found[] => {
  const deadline = text(record.data['deadline']) ?? null
  const past = deadline !== null && deadline < today
  switch (record.status) {
    case 'found':
      return [{ act: 'order', due: past ? deadline : null, group: past ? 'late' : 'today' }]
    case 'ordered':
      return deadline === null
        ? [{ act: 'look', due: null, group: 'open' }]
        : [{ act: past ? 'urge' : 'look', due: deadline }]
    // Overdue is past the deadline and not rectified: from here on it never is.
    case 'rectified':
      return [{ act: 'recheck', due: null, group: 'today' }]
    case 'rechecked':
      return [{ act: 'close', due: null, group: 'today' }]
    default:
      return []
  }
}

const ofMediation = (record: KnownRecord, today: string): readonly Found[] => {
  if (record.status === 'accepted') return [{ act: 'mediate', due: null, group: 'open' }]
  if (record.status !== 'concluded' || record.data['outcome'] !== 'agreed') return []
  const concluded = text(record.data['concludedOn'])
  if (concluded === undefined) return []
  const age = daysBetween(concluded, today)
  const found: Found[] = age <= visitedWithin ? [{ act: 'visit', due: null, group: 'open' }] : []
  if (record.data['confirmedOn']) return found
  if (age < confirmation.from || age > confirmation.days) return found
  // One row a record: what has a day to it comes before the visit that can be made any time.
  return [
    {
      act: 'confirm',
      due: addDays(concluded, confirmation.days),
      group: age >= confirmation.pressing ? 'today' : 'week',
    },
  ]
}

const ofInspection = (record: KnownRecord): readonly Found[] => {
  const entry = record.data['entryCode']
  if (record.status !== 'submitted' || !isObject(entry) || !entry['none'] || entry['code']) return []
  const due = typeof entry['dueBy'] === 'string' ? entry['dueBy'] : null
  return [{ act: 'entryCode', due, ...(due === null ? { group: 'open' as const } : {}) }]
}

/** A penalty decision is published within 7 working days (国办发〔2018〕118号). */
const publishedWithin = 7

const ofPenalty = (record: KnownRecord, calendar: Calendar): readonly Found[] => {
  const decided = text(record.data['decidedOn'])
  if (decided === undefined || record.data['publishedOn'] || record.status === 'void') return []
  return [{ act: 'publish', due: addWorkdays(calendar, decided, publishedWithin) }]
}

const groupOf = (due: string, today: string): DueGroup['name'] | null => {
  if (due < today) return 'late'
  if (due === today) return 'today'
  return daysBetween(today, due) <= week ? 'week' : null
}

const foundIn = (record: KnownRecord, today: string, calendar: Calendar): readonly Found[] => {
  if (record.status === 'draft') return [{ act: 'finish', due: null, group: 'drafts' }]
  if (record.kind === 'hazard') return ofHazard(record, today)
  if (record.kind === 'mediation') return ofMediation(record, today)
  if (record.kind === 'penalty') return ofPenalty(record, calendar)
  return record.kind === 'inspection' ? ofInspection(record) : []
}

const order: readonly DueGroup['name'][] = ['late', 'today', 'week', 'open', 'drafts']

/** What is to be done, by when: overdue first, then today, this week, under way, drafts. Derived, never stored. */
export const dueGroups = (records: Iterable<KnownRecord>, today: string, calendar: Calendar): readonly DueGroup[] => {
  const groups = new Map<DueGroup['name'], DueItem[]>(order.map((name) => [name, []]))
  for (const record of records) {
    for (const { act, due, group } of foundIn(record, today, calendar)) {
      const name = group ?? (due === null ? null : groupOf(due, today))
      if (name === null) continue
      const late = name === 'late' && due !== null ? daysBetween(due, today) : 0
      groups.get(name)?.push({ recordId: record.id, kind: record.kind, act, due, late })
    }
  }
  return order
    .map((name) => ({
      name,
      items: (groups.get(name) ?? []).sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)),
    }))
    .filter((group) => group.items.length > 0)
}
