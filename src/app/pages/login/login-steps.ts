import { ref } from 'vue'
import type { useLedger } from '../../sync/useLedger.ts'
import type { LoginResult } from '../../sync/ledger-types.ts'
import { isObject } from '../../../domain/value.ts'

type Say = (key: string, named?: { readonly n: number }) => string
type Refused = Exclude<LoginResult, { ok: true }>
/** What is asked for: user name and password; then a code, another password, or an authenticator. */
export type LoginStep = 'password' | 'code' | 'change' | 'setUp'

/** Why a log-in was refused, in words; `withCode`: a code was sent, so that it may be what is wrong. */
export function loginProblem(t: Say, { code, retryAfter }: Refused, withCode: boolean): string {
  if (code === 'badCredentials' && withCode) return t('login.badProof')
  if (code !== 'locked') return t(`login.${code}`)
  const minutes = Math.max(1, Math.ceil((retryAfter ?? 60) / 60))
  return minutes <= 60 ? t('login.locked', { n: minutes }) : t('login.lockedLong', { n: Math.ceil(minutes / 60) })
}

/** Logging in, step by step as the server wants them. */
export function makeLogin(ledger: Pick<ReturnType<typeof useLedger>, 'login' | 'tell'>, t: Say) {
  const [username, password, fresh, code] = [ref(''), ref(''), ref(''), ref('')]
  const step = ref<LoginStep>('password')
  const setUp = ref<{ readonly secret: string; readonly uri: string } | null>(null)
  const [problem, busy] = [ref(''), ref(false)]
  /** Whoever has no open vault yet sets a PIN next, or unlocks with the one he has. */
  const next = ref<'pin' | 'unlock' | undefined>()
  const name = (): string => username.value.trim()

  /** The session that was to go on has run out: it begins anew. */
  const anew = (): Promise<LoginResult> => ledger.login(name(), password.value)

  /** Shows the secret of a new authenticator. */
  const beginSetUp = async (): Promise<void> => {
    step.value = 'setUp'
    const told = await ledger.tell('POST', '/api/session/totp')
    const { secret, uri } = told.ok && isObject(told.body) ? told.body : {}
    if (typeof secret === 'string' && typeof uri === 'string') setUp.value = { secret, uri }
    else problem.value = t('login.noAnswer')
  }

  const change = async (): Promise<LoginResult | null> => {
    const changed = await ledger.tell('PUT', '/api/session/password', { old: password.value, new: fresh.value })
    if (!changed.ok && changed.code === 'notSignedIn') return anew()
    if (changed.ok) {
      password.value = fresh.value
      return ledger.login(name(), null)
    }
    const known = ['weakPassword', 'commonPassword', 'badCredentials'].includes(changed.code)
    problem.value = t(`login.${known ? changed.code : 'noAnswer'}`)
    return null
  }

  const confirm = async (): Promise<LoginResult | null> => {
    if (!setUp.value) return anew()
    const confirmed = await ledger.tell('PUT', '/api/session/totp', { code: code.value })
    if (confirmed.ok) return ledger.login(name(), null)
    if (confirmed.code === 'notSignedIn') return anew()
    problem.value = t(confirmed.code === 'badCode' ? 'login.badCode' : 'login.noAnswer')
    code.value = ''
    return null
  }

  const take = async (result: Refused): Promise<void> => {
    const wasCode = step.value === 'code'
    // The step says itself why it is there.
    if (result.code !== 'mustSetUpTotp') problem.value = loginProblem(t, result, wasCode)
    if (result.code === 'mustChangePassword') step.value = 'change'
    if (result.code === 'totpRequired') step.value = 'code'
    if (wasCode || result.code === 'totpRequired') code.value = ''
    if (result.code !== 'mustSetUpTotp') setUp.value = null
    else if (!setUp.value) await beginSetUp()
  }

  const ask: { readonly [of in LoginStep]: () => Promise<LoginResult | null> } = {
    password: anew,
    code: () => ledger.login(name(), password.value, code.value),
    change,
    setUp: confirm,
  }

  /** Sends what the step asked for. True: logged in. */
  const submit = async (): Promise<boolean> => {
    if (busy.value) return false
    busy.value = true
    problem.value = ''
    const result = await ask[step.value]()
    if (result && !result.ok) await take(result)
    if (result?.ok) next.value = result.next
    busy.value = false
    return result?.ok ?? false
  }

  return { username, password, fresh, code, step, setUp, problem, busy, next, submit }
}
