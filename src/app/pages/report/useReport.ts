import { computed, ref, shallowRef, watch } from 'vue'
import type { Told } from '../../../domain/report/outline/fill.ts'
import { sayToken } from '../../../domain/report/outline/fill.ts'
import { factLabels, figureOf } from '../../../domain/report/outline/placeholder.ts'
import type { Token } from '../../../domain/report/outline/placeholder.ts'
import { gap } from '../../../domain/report/outline/wording.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { Done, FiguresAnswer, ReportAnswer } from '../../sync/answers.ts'
import type { Kept } from '../../sync/ledger-types.ts'
import { useLedger } from '../../sync/useLedger.ts'
import type { Drawn } from './chips.ts'

/** A year's report as the server told it last, the year's figures beside it, and the way to write a section. */
export const useReport = (year: () => number) => {
  const ledger = useLedger()
  const { t, label } = useWords()
  const kept = shallowRef<Kept<ReportAnswer> | null>(null)
  const figures = shallowRef<Kept<FiguresAnswer> | null>(null)
  const asked = ref(false)
  const load = async (): Promise<void> => {
    const of = year()
    const [report, values] = await Promise.all([ledger.report(of), ledger.figures({ year: of })])
    if (of !== year()) return
    kept.value = report
    figures.value = values
    asked.value = true
  }
  watch(year, load, { immediate: true })
  const report = computed(() => kept.value?.value ?? null)
  const told = computed<Told>(() => ({
    year: year(),
    township: report.value?.township ?? '',
    county: report.value?.county ?? null,
    figures: new Map((figures.value?.value.figures ?? []).map((figure) => [figure.id, figure])),
  }))
  /** What a placeholder shows where it is written: what it will print, or what it is of where that is nothing yet. */
  const draw = (token: Token): Drawn => {
    if ('text' in token) return { text: token.text, title: '', missing: false }
    const says = sayToken(token, told.value)
    if ('fact' in token)
      return { text: says || label(factLabels[token.fact]), title: label(factLabels[token.fact]), missing: says === '' }
    const title = token.figures.map((id) => label(figureOf(id)?.label)).join(t('show.and'))
    return { text: says || t('report.silent', { name: title }), title, missing: says === '' || says.includes(gap) }
  }
  const write = async (section: string, text: string): Promise<Done> => {
    const done = await ledger.tell('PUT', `/api/years/${year()}/paragraphs/${section}`, { text })
    if (done.ok) await load()
    return done
  }
  return { kept, asked, report, told, draw, write }
}

export type ReportSection = ReportAnswer['sections'][number]
