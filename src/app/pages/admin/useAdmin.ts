import { ref, shallowRef } from 'vue'
import type { Role } from '../../../domain/access/caller.ts'
import { isObject } from '../../../domain/value.ts'
import type { Done } from '../../sync/answers.ts'
import { useLedger } from '../../sync/useLedger.ts'

/** An account as `/api/users` tells it. */
export type Account = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly personId: string | null
  /** Null: the whole township. */
  readonly villages: readonly string[] | null
  readonly disabled: boolean
  readonly mustChangePassword: boolean
  readonly seenAt: string | null
}

/** A device as `/api/devices` tells it. */
export type Device = {
  readonly id: string
  readonly name: string | null
  readonly user: { readonly id: string; readonly name: string }
  readonly seenAt: string
  readonly revokedAt: string | null
  readonly appVersion: string | null
  readonly syncedAt: string | null
}

/** The township's accounts and devices, asked anew after each change: nothing of them is kept on the phone. */
export const useAdmin = () => {
  const ledger = useLedger()
  const accounts = shallowRef<readonly Account[] | null>(null)
  const devices = shallowRef<readonly Device[]>([])
  const trouble = ref<'' | 'offline' | 'only'>('')
  const itemsOf = <T>(done: Done): readonly T[] | null => {
    if (done.ok && isObject(done.body) && Array.isArray(done.body['items'])) return done.body['items'] as readonly T[]
    trouble.value = !done.ok && done.code === 'notAllowed' ? 'only' : 'offline'
    return null
  }
  const load = async (): Promise<void> => {
    const [users, phones] = [await ledger.tell('GET', '/api/users'), await ledger.tell('GET', '/api/devices')]
    const found = itemsOf<Account>(users)
    if (!found) return
    trouble.value = ''
    accounts.value = found
    devices.value = itemsOf<Device>(phones) ?? []
  }
  const secretOf = (done: Done): string | null =>
    done.ok && isObject(done.body) && typeof done.body['password'] === 'string' ? done.body['password'] : null
  return { accounts, devices, trouble, load, secretOf, tell: ledger.tell }
}
