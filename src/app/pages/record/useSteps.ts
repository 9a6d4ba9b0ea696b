import '../../i18n/record-words.ts'
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { mayChange, moversOf } from '../../../domain/access/rights.ts'
import { stepsFrom } from '../../../domain/record/states.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { LocalRecord } from '../../sync/ledger-types.ts'
import { useCaller } from '../useCaller.ts'
import { useShow } from '../useShow.ts'

export type Step = { readonly to: string; readonly words: string; readonly finish?: true }

/** What may be done next with a record by whoever is logged in, the main act last; by the rules the server judges by. */
export const useSteps = (record: ComputedRef<LocalRecord | undefined>) => {
  const show = useShow()
  const { t, label } = useWords()
  const { caller } = useCaller()
  const standing = computed(() => {
    const one = record.value
    const kind = one && show.kindOf(one)
    if (!one || !kind || !caller.value) return null
    // Whoever made it isn't told with a record; what this phone made and hasn't sent is surely one's own.
    const own = one.version === 0 || one.updatedBy.id === caller.value.userId
    const held = { authorId: own ? caller.value.userId : '', status: one.status, data: one.data }
    return { kind, one, movers: moversOf(caller.value, kind, held), mayChange: mayChange(caller.value, kind, held) }
  })
  const steps = computed<readonly Step[]>(() => {
    if (!standing.value?.mayChange) return []
    const { kind, one, movers } = standing.value
    if (one.status === 'draft') return [{ to: 'draft', words: t('acts.finish'), finish: true }]
    const next = stepsFrom(kind, one.status, movers).filter((step) => step.to !== 'void')
    // On the spot a recheck ends in one act: passed and closed, or back to the order with a new deadline.
    if (kind.name === 'hazard' && one.status === 'rectified')
      return [
        { to: 'ordered', words: t('record.fail') },
        { to: 'closed', words: t('record.passClose') },
      ]
    return next.map((step) => ({ to: step.to, words: label(step.label) })).reverse()
  })
  const mayEdit = computed(
    () => standing.value !== null && standing.value.mayChange && standing.value.one.status !== 'void',
  )
  const mayVoid = computed(() => {
    const now = standing.value
    return (
      now !== null &&
      now.mayChange &&
      stepsFrom(now.kind, now.one.status, now.movers).some((step) => step.to === 'void')
    )
  })
  return { steps, mayEdit, mayVoid }
}
