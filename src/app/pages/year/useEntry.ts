import { computed, shallowRef, watch } from 'vue'
import type { YearAnswer } from '../../sync/answers.ts'
import type { Kept } from '../../sync/ledger-types.ts'
import { useLedger } from '../../sync/useLedger.ts'

/** What stands typed for a figure of a year: its value and source, by whom and when, and whether the asker may type it. */
export const useEntry = (year: () => number, figureId: () => string) => {
  const ledger = useLedger()
  const kept = shallowRef<Kept<YearAnswer> | null>(null)
  const load = async (): Promise<void> => {
    const of = year()
    const answer = await ledger.yearState(of)
    if (of === year()) kept.value = answer
  }
  watch(
    year,
    () => {
      kept.value = null
      void load()
    },
    { immediate: true },
  )
  const entry = computed(() => kept.value?.value.entries.find((one) => one.figureId === figureId()) ?? null)
  const signed = computed(() => (kept.value?.value.signed ?? null) !== null)
  return {
    asked: computed(() => kept.value !== null),
    entry,
    signed,
    mayType: computed(() => kept.value?.value.mayKeep === true && !signed.value),
    load,
  }
}
