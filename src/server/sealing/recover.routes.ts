import Type from 'typebox'
import { parseSealed, recoveryAad, recoveryInfo } from '../../domain/record/sealed.ts'
import { audit } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import type { Context } from '../http/context.ts'
import { answers, type App } from '../http/schemas.ts'
import { type Proven, proveLogin } from '../session/prove-login.ts'
import { openSealed } from './hpke.ts'
import type { SealingKeys } from './keys.ts'

const Recover = Type.Object({
  username: Type.String({ maxLength: 200 }),
  password: Type.String({ maxLength: 1000 }),
  totp: Type.Optional(Type.String({ maxLength: 20 })),
  device: Type.Optional(Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) })),
  sealed: Type.Object({
    alg: Type.String({ maxLength: 100 }),
    keyId: Type.String({ maxLength: 100 }),
    user: Type.String({ maxLength: 100 }),
    enc: Type.String({ maxLength: 200 }),
    ct: Type.String({ maxLength: 400 }),
  }),
})

const Recovered = Type.Object({ key: Type.String() })

/** The most bytes that are handed back: a key, and nothing that is worth opening here for another purpose. */
const maxKey = 64

/**
 * Opens the key of a vault whose PIN is forgotten, for who proves to be its owner (DESIGN.md 5): `{key}` in base64url.
 * 401 `badCredentials` alike where the account isn't proven and where this isn't its key; 409 `unknownKey` where the
 * server doesn't have what it was sealed for.
 */
export function recoverRoute(app: App, context: Context, keys: SealingKeys): void {
  app.post(
    '/api/session/recover',
    {
      schema: { summary: 'Open the key of one’s vault', security: [], body: Recover, response: answers(Recovered) },
      config: { open: true },
    },
    async (request) => {
      const { sealed, device, ...login } = request.body
      const deviceId = device?.id ?? null
      const proven = await proveLogin(context, { ...login, deviceId, address: request.ip })
      const write = (action: 'loginFailed' | 'vaultRecovered'): Promise<void> =>
        audit(context.db, {
          township: proven.township,
          by: proven.userId,
          deviceId,
          action,
          now: context.clock(),
        })
      const isWelcome = await mayRecover(context, proven, deviceId)
      const key = isWelcome ? await openFor(keys, proven, sealed) : null
      if (key === null) {
        await write('loginFailed')
        throw new HttpProblem('badCredentials')
      }
      await write('vaultRecovered')
      return { key: Buffer.from(key).toString('base64url') }
    },
  )
}

/** Not on a revoked device; and who must change his password may do nothing else before. */
async function mayRecover({ db }: Context, of: Proven, deviceId: string | null): Promise<boolean> {
  const user = await db
    .selectFrom('users')
    .select('must_change_password')
    .where('township', '=', of.township)
    .where('id', '=', of.userId)
    .executeTakeFirstOrThrow()
  if (deviceId !== null) {
    const device = await db
      .selectFrom('devices')
      .select('revoked_at')
      .where('township', '=', of.township)
      .where('id', '=', deviceId)
      .executeTakeFirst()
    if (device && device.revoked_at !== null) return false
  }
  if (user.must_change_password) throw new HttpProblem('mustChangePassword')
  return true
}

/** The key that the account sealed, or null where this isn't one. */
async function openFor(keys: SealingKeys, { township, userId }: Proven, value: unknown): Promise<Uint8Array | null> {
  const parsed = parseSealed(value)
  if ('problem' in parsed) {
    if (parsed.problem.code === 'unknownKey') throw new HttpProblem('unknownKey')
    return null
  }
  const { sealed } = parsed
  if (sealed.user !== userId) return null
  const key = (await keys.byIds([sealed.keyId])).get(sealed.keyId)
  if (!key) throw new HttpProblem('unknownKey')
  const opened = await openSealed(key, sealed, { info: recoveryInfo, aad: recoveryAad(township, userId) })
  return opened !== null && opened.length <= maxKey ? opened : null
}
