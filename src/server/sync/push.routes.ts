import Type from 'typebox'
import { instantMs } from '../../domain/calendar/instant.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { languageOf, type Language } from '../http/language.ts'
import { safeError } from '../http/problem.ts'
import { answers, type App, Nullable } from '../http/schemas.ts'
import { unjudged } from '../ledger/hold.ts'
import type { Result } from '../ledger/types.ts'
import { Head, Problems } from '../records/schemas.ts'
import { acceptOpened, holdOpened } from '../sealing/accept-opened.ts'
import type { SealingKeys } from '../sealing/keys.ts'
import { openItems } from '../sealing/open-items.ts'
import { sweepLocks } from '../session/login-locks.ts'
import { count, pushLimit, sweepCounters } from '../session/rate-limits.ts'
import { keepCookie } from '../session/cookie.ts'
import { noteSync } from '../session/devices.ts'
import { headOf } from './head.ts'
import { inWords } from './words.ts'

/** The most changes of one push. */
export const maxChanges = 500

/** The version of what app and server say to each other. */
export const protocol = 1

/** So long after a revocation what is unsent is still kept for a supervisor: 30 days. */
const graceMs = 30 * 86_400_000

/** The envelope only: each change is judged by itself, so that one can't spoil its neighbours. */
const Push = Type.Object({
  deviceId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  sentAt: Type.String({ maxLength: 40 }),
  protocol: Type.Optional(Type.Integer()),
  seen: Type.Optional(Type.Unknown()),
  /** The app's version, shown to the administrator beside the device. */
  app: Type.Optional(Type.String({ maxLength: 40 })),
  changes: Type.Array(Type.Unknown(), { maxItems: maxChanges }),
})

const PushAnswer = Type.Object({
  results: Type.Array(
    Type.Object({
      changeId: Nullable(Type.String()),
      recordId: Nullable(Type.String()),
      outcome: Type.Enum(['applied', 'conflict', 'rejected', 'waiting', 'failed', 'held']),
      version: Nullable(Type.Integer()),
      number: Type.Optional(Type.String()),
      settledBy: Type.Optional(Type.String()),
      problems: Type.Optional(Problems),
      warnings: Type.Optional(Problems),
    }),
  ),
  head: Head,
  protocol: Type.Literal(1),
  /** The device was revoked long ago: the phone is to be emptied. */
  wipe: Type.Optional(Type.Boolean()),
})

const toAnswer = ({ kind, problems, warnings, ...result }: Result, language: Language) => ({
  ...result,
  ...(problems === undefined ? {} : { problems: inWords(problems, kind, language) }),
  ...(warnings === undefined ? {} : { warnings: inWords(warnings, kind, language) }),
})

/** Takes a phone's changes: one transaction, one answer an item, in order (DESIGN.md 6). */
export function pushRoute(app: App, context: Context, keys: SealingKeys): void {
  const { db, clock } = context
  app.post(
    '/api/sync/push',
    {
      config: { whileRevoked: true },
      schema: { summary: 'Send changes', body: Push, response: answers(PushAnswer, 'the batch was judged') },
      preValidation: async (request) => {
        const body = request.body as { changes?: unknown } | null | undefined
        if (Array.isArray(body?.changes) && body.changes.length > maxChanges) throw new HttpProblem('tooManyChanges')
      },
    },
    async (request, reply) => {
      const session = sessionOf(request)
      const now = clock()
      const language = languageOf(request.headers['accept-language'])
      const deviceId = session.deviceId ?? request.body.deviceId ?? null
      const sentAt = instantMs(request.body.sentAt)
      if (sentAt === null) throw badSentAt(language)
      if (context.rateLimits) {
        // By what the server knows: a device that a push merely names could be another with each.
        await count(db, pushLimit(session.caller.township, session.deviceId ?? session.tokenHash), now)
        if (Math.random() < 0.01) {
          await sweepCounters(db, now)
          await sweepLocks(db, now)
        }
      }
      const { caller, allVillages, revokedAt } = session
      const author = { caller, allVillages }
      if (revokedAt !== null) keepCookie(request, reply)
      if (revokedAt !== null && now > revokedAt + graceMs) {
        const results = unjudged(request.body.changes).map((result) => toAnswer(result, language))
        return { results, head: await headOf(db, caller.township), protocol, wipe: true }
      }
      const onFailure = (error: unknown): void => request.log.error({ error: safeError(error) }, 'a change failed')
      const opened = await openItems({ db, keys }, author, request.body.changes)
      const of = { author, deviceId, sentAt, now, onFailure }
      const { results, head } = await db
        .transaction()
        .execute((trx) => (revokedAt === null ? acceptOpened(trx, of, opened) : holdOpened(trx, of, opened, revokedAt)))
      await noteSync(db, session, { now, app: request.body.app ?? null })
      request.log.info({ changes: results.length, ...tally(results) }, 'push')
      return { results: results.map((result) => toAnswer(result, language)), head: { ...head }, protocol }
    },
  )
}

const badSentAt = (language: Language): HttpProblem =>
  new HttpProblem('badRequest', {
    errors: [
      {
        path: '/sentAt',
        code: 'wrongType',
        message: language === 'zh' ? '须为带时区的 ISO 8601 时间' : 'must be an ISO 8601 time with an offset',
      },
    ],
  })

function tally(results: readonly Result[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
