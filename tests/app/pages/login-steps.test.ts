// @vitest-environment node
import { expect, test } from 'vitest'
import { loginProblem, makeLogin } from '../../../src/app/pages/login/login-steps.ts'
import type { Done } from '../../../src/app/sync/answers.ts'
import type { LoginResult } from '../../../src/app/sync/ledger-types.ts'

const say = (key: string, named?: { readonly n: number }): string => (named ? `${key} ${named.n}` : key)
const no = (code: Extract<LoginResult, { ok: false }>['code']): LoginResult => ({ ok: false, code })
const done = (body: unknown = null): Done => ({ ok: true, body })
const refused = (code: string): Done => ({ ok: false, code, title: '', errors: [] })

/** A log-in page over a server that answers in this order; what it was asked. */
function page(answers: readonly (LoginResult | Done)[]) {
  const left = [...answers]
  const asked: unknown[] = []
  const next = (question: readonly unknown[]): LoginResult | Done => {
    asked.push(question)
    const answer = left.shift()
    if (!answer) throw new Error(`not expected: ${JSON.stringify(question)}`)
    return answer
  }
  const form = makeLogin(
    {
      login: async (...question) => next(question) as LoginResult,
      tell: async (...question) => next(question) as Done,
    },
    say,
  )
  form.username.value = ' cheng '
  form.password.value = 'secret'
  return { form, asked }
}

test('a code is asked for when the server wants one, and again when it is wrong', async () => {
  const { form, asked } = page([no('totpRequired'), no('badCredentials'), { ok: true }])
  expect(await form.submit()).toBe(false)
  expect([form.step.value, form.problem.value]).toEqual(['code', 'login.totpRequired'])
  form.code.value = '111111'
  expect(await form.submit()).toBe(false)
  expect([form.step.value, form.problem.value, form.code.value]).toEqual(['code', 'login.badProof', ''])
  form.code.value = '222222'
  expect(await form.submit()).toBe(true)
  expect(asked).toEqual([
    ['cheng', 'secret'],
    ['cheng', 'secret', '111111'],
    ['cheng', 'secret', '222222'],
  ])
})

test('the first password is changed, then the authenticator set up, and the session goes on without another code', async () => {
  const told = { secret: 'ABCD2345', uri: 'otpauth://totp/x' }
  const { form, asked } = page([
    no('mustChangePassword'),
    refused('commonPassword'),
    done(),
    no('mustSetUpTotp'),
    done(told),
    refused('badCode'),
    done(),
    { ok: true },
  ])
  await form.submit()
  form.fresh.value = 'password 2026'
  await form.submit()
  expect([form.step.value, form.problem.value]).toEqual(['change', 'login.commonPassword'])
  form.fresh.value = 'another one'
  await form.submit()
  expect([form.step.value, form.setUp.value, form.problem.value]).toEqual(['setUp', told, ''])
  form.code.value = '111111'
  await form.submit()
  expect([form.problem.value, form.code.value, form.setUp.value]).toEqual(['login.badCode', '', told])
  form.code.value = '222222'
  expect(await form.submit()).toBe(true)
  expect(asked.slice(2)).toEqual([
    ['PUT', '/api/session/password', { old: 'secret', new: 'another one' }],
    ['cheng', null],
    ['POST', '/api/session/totp'],
    ['PUT', '/api/session/totp', { code: '111111' }],
    ['PUT', '/api/session/totp', { code: '222222' }],
    ['cheng', null],
  ])
})

test('without an answer for the secret it is said, and the next try begins anew', async () => {
  const { form, asked } = page([no('mustSetUpTotp'), refused('noAnswer'), no('totpRequired')])
  await form.submit()
  expect([form.step.value, form.setUp.value, form.problem.value]).toEqual(['setUp', null, 'login.noAnswer'])
  await form.submit()
  expect([form.step.value, asked.at(-1)]).toEqual(['code', ['cheng', 'secret']])
})

test('a session that ran out meanwhile begins anew', async () => {
  const { form } = page([no('mustChangePassword'), refused('notSignedIn'), no('mustChangePassword')])
  await form.submit()
  await form.submit()
  expect(form.step.value).toBe('change')
})

test.each([
  [{ ok: false, code: 'locked', retryAfter: 899 }, 'login.locked 15'],
  [{ ok: false, code: 'locked' }, 'login.locked 1'],
  [{ ok: false, code: 'locked', retryAfter: 5 * 3600 - 5 }, 'login.lockedLong 5'],
  [{ ok: false, code: 'badCredentials' }, 'login.badCredentials'],
] as const)('%j is told as %s', (result, words) => expect(loginProblem(say, result, false)).toBe(words))
