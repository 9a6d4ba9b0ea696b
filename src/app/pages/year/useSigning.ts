import { computed, ref, shallowRef, watch } from 'vue'
import { figures } from '../../../domain/report/figures.ts'
import { isTyped } from '../../../domain/report/figure.ts'
import type { YearAnswer } from '../../sync/answers.ts'
import type { Kept } from '../../sync/ledger-types.ts'
import { useLedger } from '../../sync/useLedger.ts'
import { valueText } from './figure-text.ts'

const byId = new Map(figures.map((figure) => [figure.id, figure]))
const typed = figures.filter((figure) => isTyped(figure.expression))

/** A year's signature: how it stands, what has moved since, signing it and withdrawing it. */
export const useSigning = (year: () => number) => {
  const ledger = useLedger()
  const kept = shallowRef<Kept<YearAnswer> | null>(null)
  const asked = ref(false)
  const busy = ref(false)
  const load = async (): Promise<void> => {
    const of = year()
    const answer = await ledger.yearState(of)
    if (of !== year()) return
    kept.value = answer
    asked.value = true
  }
  watch(year, load, { immediate: true })
  const state = computed(() => kept.value?.value ?? null)
  /** What is typed once a year and isn't yet. */
  const missing = computed(() => {
    const there = new Set(state.value?.entries.map((entry) => entry.figureId))
    return typed.filter((figure) => !there.has(figure.id))
  })
  const corrections = computed(() =>
    (state.value?.corrections ?? []).flatMap((one) => {
      const figure = byId.get(one.figureId)
      if (!figure) return []
      const say = (value: number | null): string => `${valueText(value, figure)}${value === null ? '' : figure.unit}`
      return [{ id: one.figureId, label: figure.label, signed: say(one.signed), now: say(one.now) }]
    }),
  )
  /** Null: done. Else the server's words, or `noAnswer`. */
  const send = async (method: 'POST' | 'DELETE'): Promise<{ readonly code: string; readonly words: string } | null> => {
    if (busy.value) return null
    busy.value = true
    const done = await ledger.tell(method, `/api/years/${year()}/sign`)
    await load()
    busy.value = false
    return done.ok ? null : { code: done.code, words: done.errors[0]?.message ?? done.title }
  }
  return { kept, asked, busy, state, missing, corrections, send }
}
