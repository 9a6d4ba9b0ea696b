import { isObject } from '../../domain/value.ts'
import type { Newcomer } from '../vault/phone-port.ts'
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
  /** Somebody who has no open vault here has logged in: what he does next. */
  readonly admit: (newcomer: Newcomer) => Promise<'pin' | 'unlock'>
  /** Takes the open vault off this phone. */
  readonly forget: () => Promise<void>
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

/** What a refused log-in is called on the screen. */
export const refusal = (answer: Exclude<Answer, { kind: 'ok' }>): Exclude<LoginResult, { readonly ok: true }> => {
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

/**
 * Logging in and out. Each user of a phone has a vault of his own: another's log-in locks the one that is open, with
 * all that is unsent in it, and nobody sees what another left.
 */
export function makeSessions({ vault, state, ask, marker, device, onLogin, exclusive, admit, forget }: SessionPorts) {
  const unsent = (): boolean =>
    state.photos.value.some(isToSend) ||
    holdsUnsent(state.outbox.value, state.attention.value, state.workingCopies.value.length)
  const endThere = (): Promise<Answer> => ask({ method: 'DELETE', path: '/api/session', timeoutMs })

  /** With a code where the account has an authenticator; without a password: the session that a cookie holds already. */
  const login = async (typed: string, password: string | null, totp?: string): Promise<LoginResult> => {
    const username = typed.trim()
    const before = state.session.value
    const body = { username, password, ...(totp === undefined ? {} : { totp }), device: device() }
    const asked = { path: '/api/session', timeoutMs }
    const answer = await ask(password === null ? { method: 'GET', ...asked } : { method: 'POST', ...asked, body })
    if (answer.kind !== 'ok') return refusal(answer)
    const step = stepBefore(answer.body)
    if (step) return { ok: false, code: step }
    const session = readSession(answer.body)
    if (!session) return { ok: false, code: 'noAnswer' }
    const open = vault()
    if (!open || before?.user.id !== session.user.id) return { ok: true, next: await admit({ session, username }) }
    const taken = await exclusive(async (): Promise<LoginResult> =>
      (await open.putSession(session, username)).ok ? { ok: true } : { ok: false, code: 'noAnswer' },
    )
    if (!taken?.ok) {
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
    if (wiped?.ok) await forget()
    return wiped ?? { ok: false, code: 'noAnswer' }
  }

  return { login, logout }
}
