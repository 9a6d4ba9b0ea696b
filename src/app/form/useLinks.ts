import type { Field } from '../../domain/kinds/kind.ts'
import { isDay } from '../../domain/calendar/day.ts'
import type { Value } from '../../domain/value.ts'
import { text } from '../../domain/value.ts'
import { useWords } from '../i18n/useWords.ts'
import { useLedger } from '../sync/useLedger.ts'
import { useShow } from '../pages/useShow.ts'
import { inOrder, standingOf } from './people.ts'
import type { Standing } from './people.ts'
import type { PickOption } from './PickSheet.vue'
import { theForm } from './useForm.ts'
import { visitsOf } from './visits.ts'

/** What the pickers of links offer, from what this phone holds: nothing here asks the network. */
export const useLinks = () => {
  const ledger = useLedger()
  const form = theForm()
  const { t, tn, label, fullDay } = useWords()
  const show = useShow()
  /** The day of the record, on which duties and certificates are judged. */
  const onDay = (): string => {
    const day = text(form.values[form.kind.mainDate ?? ''] ?? undefined)
    return day !== undefined && isDay(day) ? day : form.today()
  }
  const standing = (id: string, wanted: string | undefined): Standing =>
    standingOf(form.registers(), ledger.kinds.get('duty'), id, wanted, onDay())
  const standingText = (said: Standing): string => {
    if (said.said === 'role') return label(said.label)
    if (said.said === 'nothing') return ''
    return t(`people.${said.said}`, { until: said.said === 'expired' && said.until ? fullDay(said.until) : '' })
  }
  const people = (wanted: string | undefined): readonly PickOption[] => {
    const all = ledger.recordsOf('person').filter((record) => record.status === 'active' && !record.data['mergedInto'])
    const named = all.map((record) => ({ id: record.id, name: text(record.data['name']) ?? '' }))
    return inOrder(named, form.registers(), wanted, onDay()).map(({ id, name }) => {
      const said = standing(id, wanted)
      return {
        id,
        title: name,
        sub: standingText(said),
        bad: said.said === 'expired' || (said.said === 'none' && wanted === 'enforcement'),
        surname: true,
      }
    })
  }
  /** Only where the officer may log: the villages in scope, and what stands in them. */
  const inScope = (village: Value | undefined): boolean =>
    (ledger.session?.villages ?? []).includes(text(village) ?? '')
  const villages = (): readonly PickOption[] => {
    return ledger
      .recordsOf('village')
      .filter((record) => record.status === 'active' && inScope(record.id))
      .map((record) => ({ id: record.id, title: text(record.data['name']) ?? '' }))
  }
  const enterprises = (): readonly PickOption[] => {
    const village = text(form.values['villageId'] ?? undefined)
    const inspections = ledger.recordsOf('inspection')
    const all = ledger
      .recordsOf('enterprise')
      .filter((record) => record.status === 'active' && !record.data['mergedInto'] && inScope(record.data['villageId']))
    // Those of the village that is already chosen stand first.
    const near = all.filter((record) => record.data['villageId'] === village)
    const far = all.filter((record) => record.data['villageId'] !== village)
    return [...near, ...far].map((record) => {
      const visits = visitsOf(inspections, record.id, form.today(), form.recordId)
      return {
        id: record.id,
        title: text(record.data['name']) ?? '',
        sub: [show.name(record.data['villageId']), show.value('enterprise', 'type', record.data)]
          .filter(Boolean)
          .join(' '),
        note: visits.thisYear ? tn('visits.thisYear', visits.thisYear) : '',
      }
    })
  }
  const records = (kind: string | undefined): readonly PickOption[] =>
    (kind === undefined ? [] : ledger.recordsOf(kind))
      .filter((record) => record.status !== 'void' && record.id !== form.recordId)
      .sort((a, b) => (show.dateOf(a) < show.dateOf(b) ? 1 : -1))
      .map((record) => ({
        id: record.id,
        title: show.title(record),
        sub: show.number(record),
        note: show.day(show.dateOf(record)),
      }))

  const optionsOf = (field: Field): readonly PickOption[] => {
    if (field.type === 'person' || field.type === 'people') return people(field.of)
    if (field.type === 'village') return villages()
    if (field.type === 'enterprise') return enterprises()
    return records(field.of)
  }
  return { optionsOf, standing, standingText, show }
}
