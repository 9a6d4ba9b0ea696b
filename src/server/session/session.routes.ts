import '@fastify/cookie'
import Type from 'typebox'
import { roles } from '../../domain/access/caller.ts'
import { audit, doingOf } from '../audit/audit.ts'
import type { Database } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, cookieName, sessionOf } from '../http/context.ts'
import { answers, type App, Nullable, refusals } from '../http/schemas.ts'
import { signedYears } from '../years/signatures.repository.ts'
import { cookieFor } from './cookie.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { proveLogin } from './prove-login.ts'
import { count, forget, passwordLimit } from './rate-limits.ts'
import { closeOtherSessions, closeSession, findSession, openSession, type Session, sessionDays } from './sessions.ts'
import { passwordProblem } from './weak-password.ts'

const Who = Type.Object({
  user: Type.Object({
    id: Type.String(),
    name: Type.String(),
    roles: Type.Array(Type.Enum([...roles])),
    personId: Nullable(Type.String()),
  }),
  township: Type.Object({ id: Type.String(), name: Type.String() }),
  villages: Type.Array(Type.String()),
  /** Years that stand signed; absent where none does. */
  signedYears: Type.Optional(Type.Array(Type.Integer())),
  mustChangePassword: Type.Optional(Type.Boolean()),
  mustSetUpTotp: Type.Optional(Type.Boolean()),
})

const LogIn = Type.Object({
  username: Type.String({ maxLength: 200 }),
  password: Type.String({ maxLength: 1000 }),
  totp: Type.Optional(Type.String({ maxLength: 20 })),
  device: Type.Optional(
    Type.Object({
      id: Type.String({ minLength: 1, maxLength: 100 }),
      name: Type.Optional(Type.String({ maxLength: 200 })),
    }),
  ),
})

const NewPassword = Type.Object({ old: Type.String({ maxLength: 1000 }), new: Type.String({ maxLength: 1000 }) })

/** Who is signed in; the years that stand signed, since a change to them is a correction and wants a reason. */
const toWho = async (db: Database, session: Session) => {
  const signed = await signedYears(db, session.caller.township)
  return {
    user: {
      id: session.caller.userId,
      name: session.name,
      roles: [...session.caller.roles],
      personId: session.caller.personId,
    },
    township: { id: session.caller.township, name: session.townshipName },
    villages: [...session.caller.villages],
    ...(signed.length > 0 ? { signedYears: signed } : {}),
    ...(session.mustChangePassword ? { mustChangePassword: true } : {}),
    ...(session.mustSetUpTotp ? { mustSetUpTotp: true } : {}),
  }
}

/** Log in, who am I, log out, change the password (DESIGN.md 6). */
export function sessionRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.post(
    '/api/session',
    { schema: { summary: 'Log in', security: [], body: LogIn, response: answers(Who) }, config: { open: true } },
    async (request, reply) => {
      const { username, password, totp, device } = request.body
      const deviceId = device?.id ?? null
      const proven = await proveLogin(context, { username, password, totp, deviceId, address: request.ip })
      const value = await openSession(db, { ...proven, device: device ?? null, now: clock() })
      const session = await findSession(db, value, clock())
      // Its device was revoked: nothing is told of that but that it doesn't go.
      if (!session || session.revokedAt !== null) throw new HttpProblem('badCredentials')
      await audit(db, {
        township: proven.township,
        by: proven.userId,
        deviceId,
        action: 'loggedIn',
        now: clock(),
      })
      void reply.setCookie(cookieName, value, { ...cookieFor(request), maxAge: sessionDays * 86_400 })
      return toWho(db, session)
    },
  )

  app.get(
    '/api/session',
    { schema: { summary: 'Who is signed in', response: answers(Who) }, config: { open: true } },
    async (request) => toWho(db, sessionOf(request)),
  )

  app.delete(
    '/api/session',
    {
      schema: {
        summary: 'Log out',
        security: [],
        response: { 204: { description: 'logged out', type: 'null' }, ...refusals },
      },
      config: { open: true },
    },
    async (request, reply) => {
      if (request.session) {
        await closeSession(db, request.session)
        await audit(db, doingOf(request, clock(), { action: 'loggedOut' }))
      }
      void reply.clearCookie(cookieName, cookieFor(request))
      return reply.code(204).send()
    },
  )

  app.put(
    '/api/session/password',
    {
      schema: {
        summary: 'Change one’s password',
        body: NewPassword,
        response: { 204: { description: 'changed', type: 'null' }, ...refusals },
      },
      config: { beforePassword: true },
    },
    async (request, reply) => {
      const session = sessionOf(request)
      const { township, userId } = session.caller
      const limit = passwordLimit(userId)
      if (context.rateLimits) await count(db, limit, clock())
      const user = await db
        .selectFrom('users')
        .select(['password_hash', 'name', 'username'])
        .where('township', '=', township)
        .where('id', '=', userId)
        .executeTakeFirstOrThrow()
      if (!(await checkPassword(user.password_hash, request.body.old))) throw new HttpProblem('badCredentials')
      const names = [user.name, user.username, session.townshipName]
      const problem = request.body.new === request.body.old ? 'weakPassword' : passwordProblem(request.body.new, names)
      if (problem) throw new HttpProblem(problem)
      const password_hash = await hashPassword(request.body.new)
      await db
        .updateTable('users')
        .set({ password_hash, must_change_password: false })
        .where('township', '=', township)
        .where('id', '=', userId)
        .execute()
      await closeOtherSessions(db, session)
      await audit(db, doingOf(request, clock(), { action: 'passwordChanged' }))
      if (context.rateLimits) await forget(db, limit)
      return reply.code(204).send()
    },
  )
}
