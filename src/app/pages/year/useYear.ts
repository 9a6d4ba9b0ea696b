import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { figures as definitions } from '../../../domain/report/figures.ts'
import type { FigureValue } from '../../../domain/report/figure.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { FiguresAnswer, Receipt } from '../../sync/answers.ts'
import type { FiguresQuery, Kept } from '../../sync/ledger-types.ts'
import { useLedger } from '../../sync/useLedger.ts'
import { rateYear } from './rates.ts'
import type { RateYear } from './rates.ts'
import { changeText, shapeOf, unsentOf, valueText } from './figure-text.ts'

/** The report is made public by 31 March: until then the year that matters is the one before. */
const yearInHand = (today: string): number => Number(today.slice(0, 4)) - (today.slice(5) <= '03-31' ? 1 : 0)

/** A rate of what is counted on its day; a rate of stocks has no receipts by month. */
const isRateOfSums = (id: string): boolean => {
  const expression = definitions.find((one) => one.id === id)?.expression
  return expression !== undefined && 'ratio' in expression && expression.ratio.every((part) => 'sum' in part)
}

const mostPages = 20

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
    const year = Number(first(route.query['year'])) || yearInHand(ledger.today)
    const month = Number(first(route.query['month']))
    const villageId = first(route.query['village'])
    return { year, ...(month ? { month } : {}), ...(villageId ? { villageId } : {}) }
  })
  const set = (changes: { readonly [name: string]: string | undefined }): void =>
    void router.replace({
      query: Object.fromEntries(
        Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    })
  const answer = shallowRef<Kept<FiguresAnswer> | null>(null)
  const asked = shallowRef(false)
  watch(
    query,
    async (now) => {
      const kept = await ledger.figures(now)
      if (now !== query.value) return
      answer.value = kept
      asked.value = true
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
    if (series.has(key) || rates.has(key)) return
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
  const months = (id: string): readonly (number | null)[] => rate(id)?.cumulative ?? series.get(keyOf(id)) ?? []
  const shown = (figure: FigureValue) => {
    const definition = definitions.find((one) => one.id === figure.id)
    const decimals = definition?.decimals ?? 0
    const change = changeText(figure, decimals)
    return {
      figure,
      definition,
      name: label(figure.label),
      value: figure.filtered ? valueText(figure.value, decimals) : '—',
      previous: valueText(figure.previous, decimals),
      unsent: unsentOf(definition, facts.value),
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
  return { query, set, answer, asked, sections, shown, wantSeries, months, rate, years }
}

export type ShownFigure = ReturnType<ReturnType<typeof useYear>['shown']>
