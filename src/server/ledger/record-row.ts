import { handlersOf } from '../../domain/access/rights.ts'
import type { Field, Kind } from '../../domain/kinds/kind.ts'
import { halfWidth } from '../../domain/record/characters.ts'
import { isId } from '../../domain/record/ids.ts'
import type { Data, Value } from '../../domain/value.ts'
import { isObject, text } from '../../domain/value.ts'
import type { Stored } from './types.ts'

/** As it is searched: full-width and capitals make no difference. */
export const searchable = (words: string): string => halfWidth(words).toLowerCase()

const searched: readonly Field['type'][] = ['text', 'longText', 'parties', 'group', 'rows']

function wordsIn(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item: Value) => wordsIn(item))
  return isObject(value) ? Object.values(value as Data).flatMap((item) => wordsIn(item)) : []
}

const words = (kind: Kind, data: Data, personal: boolean): string =>
  kind.fields
    .filter((field) => searched.includes(field.type) && (field.personal ?? false) === personal)
    .flatMap((field) => wordsIn(data[field.name]))
    .join(' ')

/** Who may read a record because they made or handle it: the account, and people of the register. */
export const readersOf = (kind: Kind, authorId: string, data: Data): readonly string[] => [
  ...new Set([authorId, ...handlersOf(kind, data).filter(isId)]),
]

/** The record's own date, by which lists and official numbers go. */
export const mainDateOf = (kind: Kind, data: Data): string | null =>
  kind.mainDate ? (text(data[kind.mainDate]) ?? null) : null

/** Where a record lies; a register of villages lies nowhere. */
export const villageOf = (data: Data): string | null => {
  const village = text(data['villageId'])
  return isId(village) ? village : null
}

/** A record's row, with all that is derived from its data. */
export const recordRow = (township: string, kind: Kind, record: Stored) => ({
  township,
  id: record.id,
  kind: record.kind,
  status: record.status,
  number: record.number,
  data: record.data,
  author_id: record.authorId,
  main_date: mainDateOf(kind, record.data),
  village_id: villageOf(record.data),
  seq: record.seq,
  version: record.version,
  readers: readersOf(kind, record.authorId, record.data),
  former_readers: record.formerReaders,
  former_villages: record.formerVillages,
  created_at: record.createdAt,
  updated_at: record.updatedAt,
  updated_by: record.updatedBy,
  search: searchable(`${record.number ?? ''} ${words(kind, record.data, false)}`),
  private_search: searchable(words(kind, record.data, true)),
})
