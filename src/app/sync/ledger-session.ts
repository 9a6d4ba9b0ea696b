import { isObject } from '../../domain/value.ts'
import type { Vault } from '../vault/vault.ts'
import type { Answer, Ask } from './ask.ts'
import { isToSend } from './ledger-photos.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import type { LedgerState } from './ledger-state.ts'
import type { LoginResult, QueueEntry, StepBefore } from './ledger-types.ts'
import { readSession } from './read-session.ts'

export type LogoutResult = { readonly ok: true } | { readonly ok: false; readonly code: 'unsent' | 'noAnswer' }

export type SessionPorts = Pick<LedgerPorts, 'marker' | 'device'> & {
  readonly vault: () => Vault | null
  readonly state: LedgerState
  readonly ask: Ask
  readonly onLogin: () => Promise<void>
  /** Runs the work while no window of this phone syncs; null: one would not end. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T | null>
}

const timeoutMs = 20_000

/**
 * What only this phone has: the outbox but for what the server has kept and tells of in its attention list, and what is
 * being typed.
 */
export function holdsUnsent(outbox: readonly QueueEntry[], attention: readonly QueueEntry[], copies: number): boolean {
  const keptThere = new Set(attention.map((entry) => entry.change.id))
  const isKept = ({ state, change }: QueueEntry): boolean =>
    (state === 'conflict' || state === 'rejected') && keptThere.has(change.id)
  return copies > 0 || outbox.some((entry) => !isKept(entry))
}

const refusal = (answer: Exclude<Answer, { kind: 'ok' }>): LoginResult => {
  if (answer.kind === 'none') return { ok: false, code: 'noAnswer' }
  if (answer.status === 429) {
    const seconds = answer.retryAfterMs === null ? null : Math.ceil(answer.retryAfterMs / 1000)
    return { ok: false, code: 'locked', ...(seconds === null ? {} : { retryAfter: seconds }) }
  }
  if (answer.code === 'totpRequired') return { ok: false, code: answer.code }
  return answer.status === 401 ? { ok: false, code: 'badCredentials' } : { ok: false, code: 'noAnswer' }
}

/** In the order in which the server wants them. */
const stepBefore = (body: unknown): StepBefore | undefined =>
  (['mustChangePassword', 'mustSetUpTotp'] as const).find((step) => isObject(body) && body[step] === true)

/** Logging in and out. One user a phone: nobody else gets in over unsent work, and nobody sees what another left. */
export function makeSessions({ vault, state, ask, marker, device, onLogin, exclusive }: SessionPorts) {
  const unsent = (): boolean =>
    state.photos.value.some(isToSend) ||
    holdsUnsent(state.outbox.value, state.attention.value, state.workingCopies.value.length)
  const endThere = (): Promise<Answer> => ask({ method: 'DELETE', path: '/api/session', timeoutMs })

  /** With a code where the account has an authenticator; without a password: the session that a cookie holds already. */
  const login = async (typed: string, password: string | null, totp?: string): Promise<LoginResult> => {
    const username = typed.trim()
    const before = state.session.value
    // Said before the server is asked: its cookie would be the other user's by then.
    if (before && unsent() && state.username.value !== null && state.username.value !== username)
      return { ok: false, code: 'otherUser' }
    const body = { username, password, ...(totp === undefined ? {} : { totp }), device: device() }
    const asked = { path: '/api/session', timeoutMs }
    const answer = await ask(password === null ? { method: 'GET', ...asked } : { method: 'POST', ...asked, body })
    if (answer.kind !== 'ok') return refusal(answer)
    const step = stepBefore(answer.body)
    if (step) return { ok: false, code: step }
    const session = readSession(answer.body)
    const open = vault()
    if (!session || !open) return { ok: false, code: 'noAnswer' }
    const taken = await exclusive(async (): Promise<LoginResult> => {
      if (before && before.user.id !== session.user.id) {
        if (unsent()) return { ok: false, code: 'otherUser' }
        if (!(await open.wipe()).ok) return { ok: false, code: 'noAnswer' }
      }
      return (await open.putSession(session, username)).ok ? { ok: true } : { ok: false, code: 'noAnswer' }
    })
    if (!taken?.ok) {
      // The cookie is the newcomer's by now.
      await endThere()
      return taken ?? { ok: false, code: 'noAnswer' }
    }
    marker.set()
    await onLogin()
    return { ok: true }
  }

  const logout = async (): Promise<LogoutResult> => {
    if (unsent()) return { ok: false, code: 'unsent' }
    const answer = await endThere()
    // Its cookie can't be ended without it; but who isn't signed in there needs no ending.
    if (answer.kind !== 'ok' && !(answer.kind === 'problem' && answer.status === 401))
      return { ok: false, code: 'noAnswer' }
    const wiped = await exclusive(async () => {
      // A form may have been saved while the server was asked.
      if (unsent()) return { ok: false, code: 'unsent' } as const
      return (await vault()?.wipe())?.ok ? ({ ok: true } as const) : ({ ok: false, code: 'noAnswer' } as const)
    })
    if (wiped?.ok) marker.clear()
    return wiped ?? { ok: false, code: 'noAnswer' }
  }

  /** Asks who the server takes us for: roles and villages may have changed. True: somebody else, or nobody. */
  const refresh = async (): Promise<boolean> => {
    const before = state.session.value
    const answer = await ask({ method: 'GET', path: '/api/session', timeoutMs })
    // Logged in or out meanwhile: what this answer says is over.
    if (state.session.value !== before) return false
    if (answer.kind !== 'ok') return answer.kind === 'problem' && answer.status === 401
    const session = readSession(answer.body)
    if (!session) return false
    if (before && before.user.id !== session.user.id) return true
    if (JSON.stringify(before) !== JSON.stringify(session))
      await vault()?.putSession(session, state.username.value ?? '')
    return false
  }

  return { login, logout, refresh }
}
