import type { Field, Kind } from '../../domain/kinds/kind.ts'
import { fieldOf } from '../../domain/kinds/kind.ts'
import type { Data, Value } from '../../domain/value.ts'
import { isEmpty, isObject, text, texts } from '../../domain/value.ts'
import { isDay } from '../../domain/calendar/day.ts'
import { useWords } from '../i18n/useWords.ts'
import type { LocalRecord } from '../sync/ledger-types.ts'
import { useLedger } from '../sync/useLedger.ts'
import { shortCode } from './short-code.ts'

type Shown = Pick<LocalRecord, 'id' | 'kind' | 'data'> & {
  readonly number?: string
  readonly masked?: Data
  readonly version?: number
}

/** Values and records as words, in the language of the screen. */
export const useShow = () => {
  const ledger = useLedger()
  const { t, tn, label, day, moment } = useWords()

  const name = (id: Value | undefined): string => {
    const key = text(id)
    if (key === undefined) return ''
    const record = ledger.records.get(key)
    return record ? title(record) : t('show.unknown')
  }
  const choice = (field: Field, value: Value): string =>
    label(field.choices?.find((one) => one.value === value)?.label) || String(value)
  const list = (value: Value, of: (item: Value) => string): string =>
    Array.isArray(value) ? value.map(of).filter(Boolean).join(t('show.and')) : ''
  const members = (fields: readonly Field[], value: Value): string =>
    isObject(value)
      ? fields
          .filter((field) => !isEmpty(value[field.name] as Value))
          .map((field) => `${label(field.label)} ${fieldText(field, value[field.name] as Value)}`)
          .join('，')
      : ''

  const fieldText = (field: Field, value: Value | undefined): string => {
    if (value === undefined || isEmpty(value)) return ''
    switch (field.type) {
      case 'money':
        return typeof value === 'number' ? t('show.money', { value: value.toFixed(2) }) : String(value)
      case 'date':
        return typeof value === 'string' && isDay(value) ? day(value) : String(value)
      case 'dateTime':
        return moment(String(value))
      case 'choice':
        return choice(field, value)
      case 'choices':
        return list(value, (item) => choice(field, item))
      case 'boolean':
        return t(value === true ? 'form.yes' : 'form.no')
      case 'person':
      case 'village':
      case 'enterprise':
      case 'record':
        return name(value)
      case 'people':
      case 'records':
        return list(value, name)
      case 'group':
        return members(field.fields ?? [], value)
      case 'rows':
        return tn('show.rows', Array.isArray(value) ? value.length : 0)
      case 'location':
        return isObject(value) ? t('place.within', { n: Math.round(Number(value['accuracy'] ?? 0)) }) : ''
      case 'photos':
      case 'files':
        return tn('show.photos', Array.isArray(value) ? value.length : 0)
      case 'signature':
        return t('sign.signed')
      case 'parties':
        return list(value, (item) => (isObject(item) ? String(item['name'] ?? '') : ''))
      case 'lawClauses':
        return texts(value).join('；')
      default:
        return String(value)
    }
  }
  const kindOf = (record: { readonly kind: string }): Kind | undefined => ledger.kinds.get(record.kind)
  const value = (kindName: string, fieldName: string, data: Data): string => {
    const kind = ledger.kinds.get(kindName)
    const field = kind && fieldOf(kind, fieldName)
    return field ? fieldText(field, data[fieldName]) : ''
  }
  /** The first field of the kind's title that stands; a masked record is told by what may be seen of it. */
  const title = (record: Shown): string => {
    for (const fieldName of kindOf(record)?.title ?? []) {
      const shown = value(record.kind, fieldName, record.data)
      if (shown) return shown
    }
    return label(kindOf(record)?.label)
  }
  const subtitle = (record: Shown): readonly string[] =>
    (kindOf(record)?.subtitle ?? [])
      .map((fieldName) => value(record.kind, fieldName, record.data))
      .filter((one) => one !== '' && one !== title(record))
  const dateOf = (record: Pick<Shown, 'kind' | 'data'>): string => {
    const main = kindOf(record)?.mainDate
    return (main !== undefined && text(record.data[main])) || ''
  }
  /** 文号待编 and a short code until the server has numbered it. */
  const number = (record: Shown): string => {
    if (record.number !== undefined) return record.number
    return kindOf(record)?.numberLetters === undefined ? '' : t('show.noNumber', { code: shortCode(record.id) })
  }
  const where = (record: Pick<Shown, 'data'>): string => name(record.data['villageId'])
  const status = (record: Pick<LocalRecord, 'kind' | 'status'>): string =>
    label(kindOf(record)?.states.find((state) => state.name === record.status)?.label)
  return { name, fieldText, value, title, subtitle, dateOf, number, where, status, day, kindOf }
}
