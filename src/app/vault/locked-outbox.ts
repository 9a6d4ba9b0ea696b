import type { SealedChange } from '../../domain/record/sealed.ts'
import type { QueueEntry } from '../sync/ledger-types.ts'
import { leaseOver } from './lease.ts'
import { openDatabase } from './open-database.ts'
import type { OpenStore } from './open-database.ts'
import type { OutboxRow, VaultSchema } from './schema.ts'
import { vaultDatabase, vaultUpgrades } from './schema.ts'
import { nothing, transactionsOf } from './transactions.ts'
import type { PhoneSchema } from './upgrades.ts'
import { phoneDatabase, phoneUpgrades } from './upgrades.ts'
import type { Head, LockedAnswer, Settling, Vault } from './vault.ts'
import { furtherHead } from './vault.ts'

/** A vault's outbox to who has no key: sealed items come out, what the server said of them goes in, nothing is read. */
export type LockedOutbox = Pick<Vault, 'settle' | 'lease' | 'endLease' | 'close'> & {
  readonly user: string
  /** What is known of each entry without opening it: its change is a shell of ids. */
  readonly outbox: () => Promise<readonly QueueEntry[]>
  readonly meta: () => Promise<{ readonly seen: Head | null }>
  /** What is sent of an entry. */
  readonly itemOf: (entry: QueueEntry) => SealedChange | undefined
}

const shellOf = ({ changeId, recordId, state, tries, nextTryAt }: OutboxRow): QueueEntry => ({
  change: { id: changeId, recordId, kind: '', set: {}, madeAt: '' },
  state,
  problems: [],
  savedAt: '',
  tries,
  nextTryAt,
})

/** What a settling says of each of its entries; words of problems can name people, so only codes are noted. */
const answersIn = ({ acked, changed }: Settling, at: string): ReadonlyMap<string, LockedAnswer> =>
  new Map([
    ...acked.map((one): [string, LockedAnswer] => [
      one.change.id,
      {
        outcome: 'applied',
        version: one.version,
        ...(one.receipt === undefined ? {} : { receipt: one.receipt }),
        problems: [],
        at,
      },
    ]),
    ...changed.map(({ change, state, problems }): [string, LockedAnswer] => [
      change.id,
      {
        outcome: state === 'queued' ? 'failed' : state,
        version: null,
        problems: problems.map(({ path, code }) => ({ path, code })),
        at,
      },
    ]),
  ])

/** The outbox of one vault over its open store. */
export function lockedOutbox(user: string, store: OpenStore<VaultSchema>): LockedOutbox {
  const { write, read } = transactionsOf(store, 8000)
  const items = new Map<string, SealedChange>()
  return {
    user,
    itemOf: (entry) => items.get(entry.change.id),
    outbox: async () => {
      const rows = await read(['outbox'], (tx) => tx.objectStore('outbox').getAll())
      return rows
        .filter((row) => row.item !== null && row.answer?.outcome !== 'applied')
        .map((row) => {
          if (row.item) items.set(row.changeId, row.item)
          return shellOf(row)
        })
    },
    meta: async () => ({
      seen:
        (await read(['meta'], async (tx) => (await tx.objectStore('meta').get('seen')) as Head | undefined)) ?? null,
    }),
    settle: (settling) => {
      const answers = answersIn(settling, new Date().toISOString())
      const changed = new Map(settling.changed.map((entry) => [entry.change.id, entry]))
      return write(['outbox', 'meta'], 'strict', nothing, async (tx) => {
        const outbox = tx.objectStore('outbox')
        for (const [changeId, answer] of answers) {
          const key = await outbox.index('changeId').getKey(changeId)
          const row = key === undefined ? undefined : await outbox.get(key)
          if (!row) continue
          const { state, tries, nextTryAt } = changed.get(changeId) ?? row
          await outbox.put({ ...row, state, tries, nextTryAt, answer }, key)
        }
        const meta = tx.objectStore('meta')
        const further = furtherHead(((await meta.get('seen')) as Head | undefined) ?? null, settling.seen)
        if (further) await meta.put(further, 'seen')
      })
    },
    ...leaseOver(write),
    close: store.close,
  }
}

/** The outboxes of all vaults of this phone; none where there is no store, or an older window holds it. */
export async function lockedOutboxes(): Promise<readonly LockedOutbox[]> {
  if (typeof indexedDB === 'undefined') return []
  const silent = (): void => undefined
  const phone = await openDatabase<PhoneSchema>({ name: phoneDatabase, onNews: silent, steps: phoneUpgrades })
  if (!phone) return []
  const users = await phone.db.getAllKeys('vaults').finally(phone.close)
  const outboxes: LockedOutbox[] = []
  for (const user of users) {
    const store = await openDatabase<VaultSchema>({ name: vaultDatabase(user), onNews: silent, steps: vaultUpgrades })
    if (store) outboxes.push(lockedOutbox(user, store))
  }
  return outboxes
}
