import { isUnsent } from '../sync/plan-batch.ts'
import { lockedOutboxes } from './locked-outbox.ts'

/** How many changes of a user's vault are still to be sent, as far as that shows without its key. */
export async function unsentIn(user: string): Promise<number> {
  const outboxes = await lockedOutboxes()
  try {
    const outbox = await outboxes.find((one) => one.user === user)?.outbox()
    return outbox?.filter(isUnsent).length ?? 0
  } finally {
    for (const one of outboxes) one.close()
  }
}
