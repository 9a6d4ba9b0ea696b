import { computed } from 'vue'
import { useLedger } from '../../sync/useLedger.ts'
import { dueGroups } from './due.ts'

/** What is due in this phone's villages, made anew when a record changes or the day does. */
export const useDue = () => {
  const ledger = useLedger()
  const groups = computed(() =>
    dueGroups(
      ['hazard', 'mediation', 'inspection', 'penalty'].flatMap((kind) => ledger.recordsOf(kind)),
      ledger.today,
      ledger.registers.calendar,
    ),
  )
  const lateCount = computed(() => groups.value.find((group) => group.name === 'late')?.items.length ?? 0)
  return { groups, lateCount }
}
