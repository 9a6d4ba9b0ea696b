import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type Caller, type Role, roles } from '../../domain/access/caller.ts'
import { mayKeepAccounts } from '../../domain/access/rights.ts'
import { auditIn, doingOf } from '../audit/audit.ts'
import type { Trx } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { answers, type App, Nullable, refusals, Uuid } from '../http/schemas.ts'
import { createAccount, loginName } from '../session/accounts.ts'
import { hashPassword } from '../session/passwords.ts'
import { clearTotp } from '../session/totp.ts'
import { v7 } from '../start/uuid.ts'
import { type AccountInput, accountProblems } from './judge-account.ts'
import { disableOrEnable, endSessions, listDevices, listUsers, revokeDevice } from './users.repository.ts'

const Roles = Type.Array(Type.Enum([...roles]), { maxItems: 8 })
const Account = {
  name: Type.String({ maxLength: 40 }),
  roles: Roles,
  personId: Type.Optional(Nullable(Uuid)),
  villages: Type.Optional(Nullable(Type.Array(Uuid, { maxItems: 500 }))),
}
const NewUser = Type.Object({ username: Type.String({ minLength: 1, maxLength: 40 }), ...Account })
const ChangedUser = Type.Object({ ...Account, disabled: Type.Boolean() })
const OfUser = Type.Object({ id: Uuid })
const Secret = Type.Object({ id: Type.String(), password: Type.String() })

const UsersAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      username: Type.String(),
      name: Type.String(),
      roles: Roles,
      personId: Nullable(Type.String()),
      villages: Nullable(Type.Array(Type.String())),
      disabled: Type.Boolean(),
      mustChangePassword: Type.Boolean(),
      seenAt: Nullable(Type.String()),
    }),
  ),
})

const DevicesAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Nullable(Type.String()),
      user: Type.Object({ id: Type.String(), name: Type.String() }),
      seenAt: Type.String(),
      revokedAt: Nullable(Type.String()),
      appVersion: Nullable(Type.String()),
      syncedAt: Nullable(Type.String()),
    }),
  ),
})

const done = { 204: { description: 'done', type: 'null' }, ...refusals }

/** Sixteen letters and digits that can't be mistaken for each other: read out once, changed at the first log-in. */
function firstPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const text = Array.from(randomBytes(16), (byte) => letters[byte % letters.length]).join('')
  return (text.match(/.{4}/g) ?? []).join('-')
}

/** The administrator who asks; whoever else does is refused. */
export function adminOf(request: FastifyRequest): Caller {
  const { caller } = sessionOf(request)
  if (!mayKeepAccounts(caller)) throw new HttpProblem('notAllowed')
  return caller
}

async function refuseBad(trx: Trx, request: FastifyRequest, township: string, input: AccountInput): Promise<void> {
  const language = languageOf(request.headers['accept-language'])
  const errors = await accountProblems(trx, township, input, language)
  if (errors.length > 0) throw new HttpProblem('badRequest', { errors })
}

/** Accounts and devices, for the township's administrator: whatever he does is written down. */
export function userRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/api/users',
    { schema: { summary: 'The accounts of the township', response: answers(UsersAnswer) } },
    async (request) => ({ items: await listUsers(db, adminOf(request).township) }),
  )

  app.post(
    '/api/users',
    {
      schema: { summary: 'Add an account; its first password is told once', body: NewUser, response: answers(Secret) },
    },
    async (request) => {
      const { township } = adminOf(request)
      const { username, name, roles: wanted, personId = null, villages = null } = request.body
      const [id, now, password] = [v7(clock()), clock(), firstPassword()]
      const hashed = await hashPassword(password)
      await db.transaction().execute(async (trx) => {
        await refuseBad(trx, request, township, request.body)
        const taken = await trx
          .selectFrom('logins')
          .select('username')
          .where('username', '=', loginName(username))
          .executeTakeFirst()
        if (taken || loginName(username) === '') throw new HttpProblem('usernameTaken')
        await createAccount(trx, {
          township,
          id,
          username,
          name: name.trim(),
          roles: wanted as Role[],
          personId,
          villages,
          password: { hashed },
          mustChangePassword: true,
          now,
        })
        await auditIn(trx, doingOf(request, now, { action: 'userAdded', subject: id, detail: { roles: wanted } }))
      })
      return { id, password }
    },
  )

  app.put(
    '/api/users/:id',
    { schema: { summary: 'Change an account', params: OfUser, body: ChangedUser, response: done } },
    async (request, reply) => {
      const { township, userId } = adminOf(request)
      const { id } = request.params
      const { name, roles: wanted, personId = null, villages = null, disabled } = request.body
      // Whoever shuts himself out finds nobody to let him in again.
      if (id === userId && (disabled || !wanted.includes('admin'))) throw new HttpProblem('ownAccount')
      await db.transaction().execute(async (trx) => {
        await refuseBad(trx, request, township, request.body)
        const [row] = await trx
          .updateTable('users')
          .set({
            name: name.trim(),
            roles: wanted as Role[],
            person_id: personId,
            villages: villages === null ? null : [...villages],
          })
          .where('township', '=', township)
          .where('id', '=', id)
          .returning('id')
          .execute()
        if (!row) throw new HttpProblem('notFound')
        await disableOrEnable(trx, township, { userId: id, disabled, now: clock() })
        const detail = { roles: wanted, disabled }
        await auditIn(trx, doingOf(request, clock(), { action: 'userChanged', subject: id, detail }))
      })
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/users/:id/password',
    {
      schema: {
        summary: 'Give an account a new first password; its authenticator is set up anew too',
        params: OfUser,
        response: answers(Secret),
      },
    },
    async (request) => {
      const { township } = adminOf(request)
      const { id } = request.params
      const password = firstPassword()
      const password_hash = await hashPassword(password)
      await db.transaction().execute(async (trx) => {
        const [row] = await trx
          .updateTable('users')
          .set({ password_hash, must_change_password: true })
          .where('township', '=', township)
          .where('id', '=', id)
          .returning('id')
          .execute()
        if (!row) throw new HttpProblem('notFound')
        await endSessions(trx, township, id)
        await auditIn(trx, doingOf(request, clock(), { action: 'passwordReset', subject: id }))
        if (await clearTotp(trx, township, id))
          await auditIn(trx, doingOf(request, clock(), { action: 'totpReset', subject: id }))
      })
      return { id, password }
    },
  )

  app.get(
    '/api/devices',
    { schema: { summary: 'The devices of the township', response: answers(DevicesAnswer) } },
    async (request) => ({ items: await listDevices(db, adminOf(request).township) }),
  )

  app.delete(
    '/api/devices/:id',
    {
      schema: {
        summary: 'Revoke a device: it reads nothing from its next request on',
        params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
        response: done,
      },
    },
    async (request, reply) => {
      const { township } = adminOf(request)
      const { id } = request.params
      await db.transaction().execute(async (trx) => {
        if (!(await revokeDevice(trx, township, id, clock()))) throw new HttpProblem('notFound')
        await auditIn(trx, doingOf(request, clock(), { action: 'deviceRevoked', subject: id }))
      })
      return reply.code(204).send()
    },
  )
}
