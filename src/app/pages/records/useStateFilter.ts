import { computed, ref } from 'vue'
import { useWords } from '../../i18n/useWords.ts'
import type { LocalRecord } from '../../sync/ledger-types.ts'
import { useLedger } from '../../sync/useLedger.ts'

/** The states that a list can be narrowed to: those of sync first, then those of the kinds. */
export const useStateFilter = () => {
  const ledger = useLedger()
  const { t, label } = useWords()
  const state = ref('')
  const options = computed(() => {
    const seen = new Map<string, string>()
    for (const kind of ledger.kinds.values())
      if (kind.group === 'case')
        for (const one of kind.states) if (!seen.has(one.name)) seen.set(one.name, label(one.label))
    return [
      { id: 'sync:attention', title: t('states.attention') },
      { id: 'sync:queued', title: t('states.queued') },
      ...[...seen].map(([id, title]) => ({ id, title })),
    ]
  })
  const passes = (record: LocalRecord): boolean => {
    if (state.value === '') return true
    return state.value.startsWith('sync:') ? record.sync === state.value.slice(5) : record.status === state.value
  }
  return { state, options, passes }
}
