import type { Vault } from '../vault/vault.ts'
import { settleResults } from './settle-results.ts'

/** Takes up what the server said while the app was locked: from then on it is as if the page had sent it. */
export async function takeAnswers(
  vault: Vault,
  answered: Awaited<ReturnType<Vault['answered']>>,
  random: () => number = Math.random,
): Promise<void> {
  for (const { entry, answer } of answered) {
    const { at, ...result } = answer
    const push = {
      results: [{ changeId: entry.change.id, recordId: null, ...result }],
      head: null,
      protocol: 1,
      reset: null,
    }
    await vault.settle(settleResults([entry], push, Date.parse(at), random))
  }
}
