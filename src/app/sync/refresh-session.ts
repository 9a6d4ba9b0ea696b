import type { Vault } from '../vault/vault.ts'
import type { Ask } from './ask.ts'
import type { LedgerState } from './ledger-state.ts'
import { readSession } from './read-session.ts'

export type RefreshPorts = { readonly vault: () => Vault | null; readonly state: LedgerState; readonly ask: Ask }

const timeoutMs = 20_000

/** Asks who the server takes us for: roles and villages may have changed. True: somebody else, or nobody. */
export async function refreshSession({ vault, state, ask }: RefreshPorts): Promise<boolean> {
  const before = state.session.value
  const answer = await ask({ method: 'GET', path: '/api/session', timeoutMs })
  // Logged in or out meanwhile: what this answer says is over.
  if (state.session.value !== before) return false
  if (answer.kind !== 'ok') return answer.kind === 'problem' && answer.status === 401
  const session = readSession(answer.body)
  if (!session) return false
  if (before && before.user.id !== session.user.id) return true
  if (JSON.stringify(before) !== JSON.stringify(session)) await vault()?.putSession(session, state.username.value ?? '')
  return false
}
