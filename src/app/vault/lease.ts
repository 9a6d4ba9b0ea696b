import type { Transactions } from './transactions.ts'
import { nothing } from './transactions.ts'
import type { Vault } from './vault.ts'

type Lease = { readonly holder: string; readonly until: number }

/** The right to sync, kept in a vault for those without Web Locks. */
export const leaseOver = (write: Transactions['write']): Pick<Vault, 'lease' | 'endLease'> => ({
  lease: async (holder, now, until) => {
    let taken = false
    const written = await write(['meta'], 'relaxed', nothing, async (tx) => {
      const held = (await tx.objectStore('meta').get('lease')) as Lease | undefined
      if (held && held.holder !== holder && held.until > now) return
      await tx.objectStore('meta').put({ holder, until }, 'lease')
      taken = true
    })
    return written.ok && taken
  },
  endLease: async (holder) => {
    await write(['meta'], 'relaxed', nothing, async (tx) => {
      const held = (await tx.objectStore('meta').get('lease')) as Lease | undefined
      if (held?.holder === holder) await tx.objectStore('meta').delete('lease')
    })
  },
})
