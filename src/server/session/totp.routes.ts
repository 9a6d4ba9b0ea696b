import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { auditIn, doingOf } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App, refusals } from '../http/schemas.ts'
import { beginTotp, takeCode } from './totp.ts'

const SetUp = Type.Object({ secret: Type.String(), uri: Type.String() })
const Code = Type.Object({ code: Type.String({ maxLength: 20 }) })

/** Whose it is; a demo's accounts are everybody's, so none of them may be shut to the others. */
function ownerOf(request: FastifyRequest): { readonly township: string; readonly userId: string } {
  const { caller, isDemo } = sessionOf(request)
  if (isDemo) throw new HttpProblem('notAllowed')
  return caller
}

/** Setting up one's authenticator (DESIGN.md 6). */
export function totpRoutes(app: App, context: Context): void {
  const { db, clock, secrets } = context
  app.post(
    '/api/session/totp',
    {
      schema: {
        summary: 'A new secret for one’s authenticator, told once; 409 where one is set up',
        response: answers(SetUp),
      },
      config: { beforeTotp: true },
    },
    async (request) => {
      const setUp = await beginTotp(db, secrets, ownerOf(request))
      if (!setUp) throw new HttpProblem('totpIsSet')
      return setUp
    },
  )

  app.put(
    '/api/session/totp',
    {
      schema: {
        summary: 'Confirm one’s authenticator by a code of it',
        body: Code,
        response: { 204: { description: 'confirmed', type: 'null' }, ...refusals },
      },
      config: { beforeTotp: true },
    },
    async (request, reply) => {
      const { township, userId } = ownerOf(request)
      await db.transaction().execute(async (trx) => {
        const proof = { township, userId, code: request.body.code, isConfirmed: false, now: clock() }
        if (!(await takeCode(trx, secrets, proof))) throw new HttpProblem('badCode')
        await auditIn(trx, doingOf(request, clock(), { action: 'totpSet' }))
      })
      return reply.code(204).send()
    },
  )
}
