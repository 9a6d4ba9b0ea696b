import { ref, shallowRef } from 'vue'
import type { Data } from '../../../domain/value.ts'
import { isObject } from '../../../domain/value.ts'
import type { Done } from '../../sync/answers.ts'
import { useLedger } from '../../sync/useLedger.ts'

/** A change as `/api/sync/held` tells it. */
export type HeldItem = {
  readonly changeId: string
  readonly recordId: string | null
  readonly kind: string | null
  readonly by: { readonly id: string; readonly name: string }
  readonly madeAt: string | null
  readonly keptAt: string
  /** Made after the revocation. */
  readonly after: boolean
  /** Null where what was sent is no change. */
  readonly set: Data | null
  readonly was: Data | null
}

/** What is held for the supervisor, asked anew after each tap: nothing of it is kept on the phone. */
export const useHeld = () => {
  const ledger = useLedger()
  const items = shallowRef<readonly HeldItem[] | null>(null)
  const trouble = ref<'' | 'offline' | 'only'>('')
  const load = async (): Promise<void> => {
    const done = await ledger.tell('GET', '/api/sync/held')
    if (done.ok && isObject(done.body) && Array.isArray(done.body['items'])) {
      items.value = done.body['items'] as readonly HeldItem[]
      trouble.value = ''
    } else trouble.value = !done.ok && done.code === 'notAllowed' ? 'only' : 'offline'
  }
  const settle = (item: HeldItem, take: boolean): Promise<Done> =>
    ledger.tell('POST', `/api/sync/held/${item.changeId}`, { take })
  return { items, trouble, load, settle }
}
