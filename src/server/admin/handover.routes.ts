import Type from 'typebox'
import { auditIn, doingOf } from '../audit/audit.ts'
import type { Trx } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'
import type { Context } from '../http/context.ts'
import { languageOf, type Language } from '../http/language.ts'
import { answers, type App, Uuid } from '../http/schemas.ts'
import { Problems } from '../records/schemas.ts'
import { inWords } from '../sync/words.ts'
import { handOver } from './handover.ts'
import { adminOf } from './users.routes.ts'

const HandedAnswer = Type.Object({
  moved: Type.Integer(),
  records: Type.Array(Type.String()),
  /** What couldn't be handed over, each with why. */
  problems: Type.Array(Type.Object({ recordId: Type.String(), problems: Problems })),
})

/** The person of an account: null where it has none and so handles nothing, undefined without such an account. */
async function personOf(trx: Trx, township: string, id: string): Promise<string | null | undefined> {
  const row = await trx
    .selectFrom('users')
    .select('person_id')
    .where('township', '=', township)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.person_id
}

const badTaker = (language: Language): HttpProblem =>
  new HttpProblem('badRequest', {
    errors: [
      {
        path: '/to',
        code: 'unknownLink',
        message: language === 'zh' ? '接手的账号要对应登记里的另一个人' : 'must be an account with another person',
      },
    ],
  })

/** The open work of one who leaves goes to another, for the township's administrator. */
export function handoverRoute(app: App, { db, clock }: Context): void {
  app.post(
    '/api/users/:id/handover',
    {
      schema: {
        summary: 'Hand the open cases of an account’s person over to another’s',
        params: Type.Object({ id: Uuid }),
        body: Type.Object({ to: Uuid }),
        response: answers(HandedAnswer),
      },
    },
    async (request) => {
      const admin = adminOf(request)
      const { id } = request.params
      const { to } = request.body
      const now = clock()
      const language = languageOf(request.headers['accept-language'])
      const handed = await db.transaction().execute(async (trx) => {
        const giver = await personOf(trx, admin.township, id)
        if (giver === undefined) throw new HttpProblem('notFound')
        const taker = await personOf(trx, admin.township, to)
        if (!taker || taker === giver) throw badTaker(language)
        const done =
          giver === null ? { records: [], refused: [] } : await handOver(trx, { admin, from: giver, to: taker, now })
        const detail = { to, moved: done.records.length, refused: done.refused.length }
        await auditIn(trx, doingOf(request, now, { action: 'handedOver', subject: id, detail }))
        return done
      })
      return {
        moved: handed.records.length,
        records: handed.records,
        problems: handed.refused.map(({ recordId, kind, problems }) => ({
          recordId,
          problems: inWords(problems, kind, language),
        })),
      }
    },
  )
}
