import { dayMs, shanghaiDay } from '../../domain/calendar/day.ts'
import { instantMs } from '../../domain/calendar/instant.ts'
import type { Field, Kind } from '../../domain/kinds/kind.ts'
import type { Data, Value } from '../../domain/value.ts'
import { isEmpty, isObject, text, texts } from '../../domain/value.ts'
import type { RecordView } from '../records/views.ts'
import { type Cell, fixed, textCell } from './xlsx-cell.ts'

/** The name of a record that another one links to. */
export type NameOf = (id: string) => string

/** A column of a kind's sheet, and its cell of a record as the reader may see it. */
export type Column = {
  readonly label: string
  readonly width: number
  readonly cell: (record: RecordView, nameOf: NameOf) => Cell
}

const sides: { readonly [side: string]: string } = { A: '甲方', B: '乙方', C: '第三方' }
const linkTypes: ReadonlySet<Field['type']> = new Set([
  'person',
  'people',
  'village',
  'enterprise',
  'record',
  'records',
] as const)

const labelOf = (field: Field, value: Value): string =>
  field.choices?.find((one) => one.value === value)?.label.zh ?? String(value)

const objects = (value: Value): readonly Data[] =>
  Array.isArray(value) ? value.filter((item): item is Data => isObject(item)) : []

const momentText = (value: Value): string => {
  const ms = typeof value === 'string' ? instantMs(value) : null
  if (ms === null) return String(value)
  const shanghai = ms + 8 * 3_600_000
  const minutes = Math.floor((shanghai - Math.floor(shanghai / dayMs) * dayMs) / 60_000)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${shanghaiDay(ms)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const placeText = (value: Value): string =>
  isObject(value) ? `${String(value['lat'])}, ${String(value['lng'])}（±${String(value['accuracy'] ?? '?')} 米）` : ''

const partyText = (party: Data): string => {
  const more = [
    sides[text(party['side']) ?? ''] ?? text(party['side']) ?? '',
    isEmpty(party['phone']) ? '' : `电话 ${text(party['phone'])}`,
    isEmpty(party['idNumber']) ? '' : `证号 ${text(party['idNumber'])}`,
    party['minor'] === true ? '未成年' : '',
  ].filter((one) => one !== '')
  return `${text(party['name']) ?? ''}${more.length === 0 ? '' : `（${more.join('，')}）`}`
}

const membersText = (fields: readonly Field[], row: Data, nameOf: NameOf): string =>
  fields
    .filter((field) => !isEmpty(row[field.name]))
    .map((field) => `${field.label.zh} ${plainText(field, row[field.name] ?? null, nameOf)}`)
    .join('，')

/** A value in words, as it stands within a longer text. */
const plainText = (field: Field, value: Value, nameOf: NameOf): string => {
  const cell = cellOf(field, value, nameOf)
  return cell === null ? '' : typeof cell === 'object' ? String(cell[0]) : String(cell)
}

const numberOf = (field: Field, value: number): Cell => {
  if (field.type === 'money') return fixed(value, 2, true)
  return fixed(value, field.type === 'decimal' ? (field.decimals ?? 0) : 0)
}

/** A field's value as a cell: numbers as numbers, everything else as text. Days are text (FIELD-BUGS: objectstack#11389). */
function cellOf(field: Field, value: Value, nameOf: NameOf): Cell {
  if (isEmpty(value)) return null
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'money':
      return typeof value === 'number' ? numberOf(field, value) : textCell(String(value))
    case 'photos':
      return Array.isArray(value) ? fixed(value.length, 0) : null
    default:
      return textCell(wordsOf(field, value, nameOf))
  }
}

function wordsOf(field: Field, value: Value, nameOf: NameOf): string {
  switch (field.type) {
    case 'dateTime':
      return momentText(value)
    case 'choice':
      return labelOf(field, value)
    case 'choices':
      return texts(value)
        .map((one) => labelOf(field, one))
        .join('、')
    case 'boolean':
      return value === true ? '是' : '否'
    case 'person':
    case 'village':
    case 'enterprise':
    case 'record':
      return nameOf(String(value))
    case 'people':
    case 'records':
      return texts(value).map(nameOf).join('、')
    case 'rows':
      return objects(value)
        .map((row) => membersText(field.fields ?? [], row, nameOf))
        .join('；')
    case 'parties':
      return objects(value).map(partyText).join('；')
    case 'files':
      return objects(value)
        .map((file) => text(file['name']) ?? '')
        .join('；')
    case 'lawClauses':
      return texts(value).join('；')
    case 'location':
      return placeText(value)
    case 'signature':
      return '已签'
    default:
      return String(value)
  }
}

const widths: { readonly [type in Field['type']]?: number } = {
  date: 12,
  dateTime: 17,
  integer: 10,
  decimal: 12,
  money: 16,
  boolean: 10,
  longText: 40,
  parties: 30,
  people: 20,
  photos: 8,
}

const labelled = (field: Field): string => (field.type === 'photos' ? `${field.label.zh}（张）` : field.label.zh)

const columnOf = (field: Field, label: string, valueIn: (record: RecordView) => Value): Column => ({
  label,
  width: Math.max(widths[field.type] ?? 16, label.length * 2 + 2),
  cell: (record, nameOf) => cellOf(field, valueIn(record), nameOf),
})

const seen = (record: RecordView, name: string): Value => record.data[name] ?? record.masked?.[name] ?? null

const columnsOfField = (field: Field): readonly Column[] => {
  if (field.type !== 'group') return [columnOf(field, labelled(field), (record) => seen(record, field.name))]
  return (field.fields ?? []).map((member) =>
    columnOf(member, `${field.label.zh}：${labelled(member)}`, (record) => {
      const group = seen(record, field.name)
      return isObject(group) ? ((group as Data)[member.name] ?? null) : null
    }),
  )
}

/** The columns of a kind: its number, every field of it (each member of a group), who touched it last, its id. */
export const columnsOf = (kind: Kind): readonly Column[] => [
  ...(kind.numberLetters === undefined
    ? []
    : [{ label: '编号', width: 24, cell: (record: RecordView) => textCell(record.number ?? '') }]),
  ...kind.fields.flatMap(columnsOfField),
  { label: '最后修改', width: 17, cell: (record) => textCell(momentText(record.updatedAt)) },
  { label: '修改人', width: 12, cell: (record) => textCell(record.updatedBy.name) },
  { label: '记录标识', width: 38, cell: (record) => textCell(record.id) },
]

const linksOf = (fields: readonly Field[], data: { readonly [name: string]: unknown }): readonly string[] =>
  fields.flatMap((field) => {
    const value = data[field.name] as Value | undefined
    if (field.type === 'group') return isObject(value) ? linksOf(field.fields ?? [], value) : []
    if (field.type === 'rows') return objects(value ?? null).flatMap((row) => linksOf(field.fields ?? [], row))
    if (!linkTypes.has(field.type)) return []
    return typeof value === 'string' ? [value] : texts(value)
  })

/** The ids of all records that these link to. */
export const linkedIds = (kind: Kind, records: readonly RecordView[]): readonly string[] => [
  ...new Set(records.flatMap((record) => linksOf(kind.fields, record.data))),
]
