import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { yearOf } from '../../../domain/calendar/day.ts'
import { besideOf } from '../../../domain/report/beside.ts'
import { figures as definitions } from '../../../domain/report/figures.ts'
import { type FigureValue, isTyped } from '../../../domain/report/figure.ts'
import { periodWords, yearPartOf } from '../../../domain/report/period-words.ts'
import { isWholeYear, type Period, yearBefore } from '../../../domain/report/periods.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { FiguresAnswer, Receipt } from '../../sync/answers.ts'
import type { FiguresQuery, Kept } from '../../sync/ledger-types.ts'
import { useLedger } from '../../sync/useLedger.ts'
import { rateYear } from './rates.ts'
import type { RateYear } from './rates.ts'
import { changeText, shapeOf, unsentOf, valueText } from './figure-text.ts'
import { addressOf, periodOfQuery, queryOfAddress } from './period-query.ts'

/** A rate of what is counted on its day; a rate of stocks has no receipts by month. */
const isRateOfSums = (id: string): boolean => {
  const expression = definitions.find((one) => one.id === id)?.expression
  return expression !== undefined && 'ratio' in expression && expression.ratio.every((part) => 'sum' in part)
}

/** What came in by what stood: its months don't lead up to the year's, so no line is drawn of them (LOOK.md, Charts). */
const isMixedRate = (id: string): boolean => {
  const expression = definitions.find((one) => one.id === id)?.expression
  if (expression === undefined || !('ratio' in expression)) return false
  return expression.ratio.some((part) => 'stock' in part) && expression.ratio.some((part) => !('stock' in part))
}

const isTypedFigure = (id: string): boolean => {
  const expression = definitions.find((one) => one.id === id)?.expression
  return expression !== undefined && isTyped(expression)
}

const mostPages = 20
const patienceMs = 300

/** The sections that stand open, so that coming back from a figure finds them as they were left. */
export const openSections = ref<ReadonlySet<string>>(new Set())

const first = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The year that is looked at: its figures as the server last answered, what this phone will add, its months. */
export const useYear = () => {
  const ledger = useLedger()
  const route = useRoute()
  const router = useRouter()
  const { t, label } = useWords()
  const query = computed<FiguresQuery>(() => {
    const villageId = first(route.query['village'])
    return { ...queryOfAddress(route.query, ledger.today), ...(villageId ? { villageId } : {}) }
  })
  const period = computed(() => periodOfQuery(query.value))
  /** What the period is called; beside each other, over a column, it and the same one a year before. */
  const titles = computed(() => {
    const [whole, before] = [label(periodWords(period.value)), label(periodWords(yearBefore(period.value)))]
    const named = yearPartOf(period.value) !== null
    return { whole, now: named ? whole : t('period.now'), before: named ? before : t('period.before') }
  })
  const set = (changes: { readonly [name: string]: string | undefined }): void =>
    void router.replace({
      query: Object.fromEntries(
        Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    })
  const setPeriod = (to: Period): void => set(addressOf(to))
  const answer = shallowRef<Kept<FiguresAnswer> | null>(null)
  const asked = shallowRef(false)
  /** Asks for the figures (again). */
  const refresh = async (): Promise<void> => {
    const now = query.value
    const kept = await ledger.figures(now)
    if (now !== query.value) return
    answer.value = kept
    asked.value = true
  }
  watch(
    query,
    async () => {
      // Numbers of one period don't stand under the name of another for longer than anybody notices.
      const slow = setTimeout(() => {
        answer.value = null
        asked.value = false
      }, patienceMs)
      await refresh()
      clearTimeout(slow)
    },
    { immediate: true },
  )
  const facts = computed(() => ledger.unsentFacts(query.value))
  const series = shallowReactive(new Map<string, readonly (number | null)[]>())
  const rates = shallowReactive(new Map<string, RateYear>())
  const keyOf = (id: string): string => `${id} ${query.value.year}`
  /** Every receipt of a rate in the year, page by page; null where one of them can't be had. */
  const allReceipts = async (id: string): Promise<readonly Receipt[] | null> => {
    const items: Receipt[] = []
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const kept = await ledger.receipts(id, { year: query.value.year }, page)
      if (!kept) return null
      items.push(...kept.value.items)
      pages = Math.min(kept.value.pages, mostPages)
    }
    return items
  }
  /** The months of a figure, fetched when it comes into view: the whole township's, as the server gives them. */
  const wantSeries = async (id: string): Promise<void> => {
    const [key, year] = [keyOf(id), query.value.year]
    if (series.has(key) || rates.has(key) || isTypedFigure(id) || isMixedRate(id)) return
    const receipts = isRateOfSums(id) ? await allReceipts(id) : null
    if (receipts) {
      rates.set(key, rateYear(receipts, year, ledger.today))
      return
    }
    const kept = await ledger.series(id, year)
    if (kept)
      series.set(
        key,
        kept.value.months.map((one) => one.value),
      )
  }
  const rate = (id: string): RateYear | undefined => rates.get(keyOf(id))
  /** Twelve of the year; none where the period is more than that. */
  const months = (id: string): readonly (number | null)[] =>
    yearOf(period.value.to) === query.value.year ? (rate(id)?.cumulative ?? series.get(keyOf(id)) ?? []) : []
  const shown = (figure: FigureValue) => {
    const definition = definitions.find((one) => one.id === figure.id)
    const decimals = definition?.decimals ?? 0
    const change = changeText(figure, decimals)
    const by = definition ?? { decimals, unit: figure.unit }
    const typed = isTypedFigure(figure.id)
    return {
      figure,
      definition,
      /** Somebody types it, once a year. */
      typed,
      /** Why no change stands beside it: typed by the year, not told by village, not typed yet. */
      instead:
        typed && !isWholeYear(period.value)
          ? t('year.yearly')
          : !figure.filtered
            ? t('year.notFiltered')
            : typed && figure.value === null
              ? t('entry.none')
              : '',
      name: label(figure.label),
      value: figure.filtered ? valueText(figure.value, by) : '—',
      previous: valueText(figure.previous, by),
      unsent: unsentOf(definition, facts.value),
      /** Of a signed year: what the records give now, where that isn't what was signed. */
      corrected:
        figure.corrected === undefined
          ? ''
          : t('year.corrected', {
              value: `${valueText(figure.corrected, by)}${figure.corrected === null ? '' : figure.unit}`,
            }),
      shape: shapeOf(definition?.expression),
      /** The bare number, for a column that says 同比 above it. */
      moved:
        figure.change === 0
          ? t('year.still')
          : change === null
            ? '—'
            : figure.changeUnit === 'points'
              ? t('year.points', { value: change })
              : `${change}%`,
      change:
        figure.change === 0
          ? t('year.same')
          : change === null
            ? t('year.unknown')
            : figure.changeUnit === 'points'
              ? t('year.points', { value: change })
              : t('year.percent', { value: change }),
    }
  }
  /** The figures that look as if they should equal this one, with the reason why they need not. */
  const beside = (id: string) =>
    besideOf(id).flatMap(({ id: other, reason }) => {
      const figure = answer.value?.value.figures.find((one) => one.id === other)
      return figure ? [{ ...shown(figure), reason: label(reason) }] : []
    })
  const sections = computed(() => {
    const groups = new Map<string, FigureValue[]>()
    for (const figure of answer.value?.value.figures ?? [])
      groups.set(figure.section, [...(groups.get(figure.section) ?? []), figure])
    return [...groups].map(([id, figures]) => ({
      id,
      key: `sections.s${id.replace('.', '_')}`,
      figures: figures.map(shown),
    }))
  })
  const years = computed(() => Array.from({ length: 6 }, (_, back) => Number(ledger.today.slice(0, 4)) - back))
  return {
    query,
    period,
    titles,
    set,
    setPeriod,
    answer,
    asked,
    refresh,
    sections,
    shown,
    beside,
    wantSeries,
    months,
    rate,
    years,
  }
}

export type ShownFigure = ReturnType<ReturnType<typeof useYear>['shown']>
export type BesideFigure = ReturnType<ReturnType<typeof useYear>['beside']>[number]
