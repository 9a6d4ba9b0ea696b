import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Caller } from '../../domain/access/caller.ts'
import { mayKeepYear } from '../../domain/access/rights.ts'
import type { Trx } from '../db/database.ts'
import { HttpProblem, type InputError } from '../errors.ts'
import type { Context } from '../http/context.ts'
import { sessionOf } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { QueryYear } from '../http/schemas.ts'
import { signatureOf } from './signatures.repository.ts'

/** The year in an address. */
export const YearParams = Type.Object({ year: QueryYear })

/** Who writes for a year: its supervisor; anybody else is refused. */
export function keeperOf(request: FastifyRequest): Caller {
  const { caller } = sessionOf(request)
  if (!mayKeepYear(caller)) throw new HttpProblem('notAllowed')
  return caller
}

/**
 * Writes something of a year under the township's lock, and moves its revision, by which kept answers know that they are
 * old; refused where the year is signed.
 */
export async function keepYear<T>(
  { db }: Context,
  caller: Caller,
  year: number,
  write: (trx: Trx) => Promise<T>,
  where: 'open only' | 'signed too' = 'open only',
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('townships')
      .select('revision')
      .where('id', '=', caller.township)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (where === 'open only' && (await signatureOf(trx, caller.township, year))) throw new HttpProblem('signed')
    const written = await write(trx)
    await trx
      .updateTable('townships')
      .set({ revision: row.revision + 1 })
      .where('id', '=', caller.township)
      .execute()
    return written
  })
}

/** A refusal at one field of the body, in the caller's language. */
export function refusedAt(
  request: FastifyRequest,
  path: string,
  code: string,
  [zh, en]: readonly [zh: string, en: string],
  whole: 'badRequest' | 'sourceMissing' | 'unknownPlaceholder' = 'badRequest',
): HttpProblem {
  const message = languageOf(request.headers['accept-language']) === 'zh' ? zh : en
  const errors: InputError[] = [{ path, code, message }]
  return new HttpProblem(whole, { errors })
}
