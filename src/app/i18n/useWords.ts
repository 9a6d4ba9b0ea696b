import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Label } from '../../domain/kinds/kind.ts'
import { useLedger } from '../sync/useLedger.ts'
import { dayText, fullDayText, momentText, monthText, weekdayText } from './dates.ts'
import type { Language } from './i18n.ts'

/** Words, labels of kinds and dates in the language of the screen. */
export const useWords = () => {
  const { t, te, locale } = useI18n()
  const ledger = useLedger()
  const language = computed(() => locale.value as Language)
  return {
    t,
    te,
    language,
    /** With a count: picks the English plural, fills `{n}`. */
    tn: (key: string, n: number, named: Record<string, unknown> = {}) => t(key, { n, ...named }, { plural: n }),
    label: (label: Label | undefined): string => label?.[language.value] ?? '',
    day: (day: string): string => dayText(day, ledger.today, language.value),
    fullDay: (day: string): string => fullDayText(day, language.value),
    month: (month: string): string => monthText(month, ledger.today, language.value),
    moment: (instant: string): string => momentText(instant, ledger.today, language.value),
    weekday: (day: string): string => weekdayText(day, language.value),
  }
}

export type Words = ReturnType<typeof useWords>
