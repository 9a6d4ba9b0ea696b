import { computed } from 'vue'
import type { Caller } from '../../domain/access/caller.ts'
import { mayLog } from '../../domain/access/rights.ts'
import { useLedger } from '../sync/useLedger.ts'

/** Who is logged in, as the domain's rules of access want it, and which kinds he may log. */
export const useCaller = () => {
  const ledger = useLedger()
  const caller = computed<Caller | null>(() => {
    const session = ledger.session
    if (!session) return null
    const { id, roles, personId } = session.user
    return { userId: id, township: session.township.id, roles, personId, villages: session.villages }
  })
  /** The kinds of the field work that may be logged, in the order of the kinds. */
  const loggable = computed(() => {
    const one = caller.value
    return [...ledger.kinds.values()].filter((kind) => kind.group === 'case' && one !== null && mayLog(one, kind))
  })
  return { caller, loggable }
}
