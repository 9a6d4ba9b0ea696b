import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isStorable } from '../../domain/record/characters.ts'
import { isObject } from '../../domain/value.ts'
import { HttpProblem, type InputError } from '../errors.ts'
import { ensureDefinitions } from '../ledger/definitions.ts'
import { findSession } from '../session/sessions.ts'
import { type Context, cookieName } from './context.ts'
import { languageOf } from './language.ts'
import { isApi } from './path.ts'

/** Before anything of a request is judged: is the server ready, who is it, does it come from our own pages. */
export function guard(app: FastifyInstance, context: Context): void {
  app.decorateRequest('session', null)
  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return
    void reply.header('cache-control', 'no-store')
    await identify(request, context)
    refuseForeign(request, context)
  })
  app.addHook('preValidation', async (request) => {
    if (!isApi(request)) return
    refuseUnstorable(
      request.routeOptions.url === '/api/sync/push' ? envelopeOf(request.body) : request.body,
      request,
      '',
    )
    refuseUnstorable(request.query, request, '/querystring')
  })
}

/** Finds the session; without one only what is open answers. */
export async function identify(request: FastifyRequest, context: Context): Promise<void> {
  const { open, beforePassword, beforeTotp, whileRevoked } = request.routeOptions.config ?? {}
  if (!context.isReady() && request.routeOptions.url !== '/api/health')
    throw new HttpProblem('unavailable', { retryAfter: 2 })
  const cookie = request.cookies?.[cookieName]
  if (open && cookie === undefined) return
  if (open && request.method === 'GET' && request.routeOptions.url !== '/api/session') return
  const session = await findSession(context.db, cookie, context.clock())
  request.session = session?.revokedAt === null || whileRevoked ? session : null
  // Several people share a phone and its one cookie: what is asked for one of them is never answered as another.
  const askedAs = request.headers['gridbook-user']
  if (askedAs !== undefined && askedAs !== request.session?.caller.userId) request.session = null
  if (open) return
  if (!request.session) throw new HttpProblem('notSignedIn')
  await ensureDefinitions(context.db, request.session.caller.township)
  if (request.session.mustChangePassword && !beforePassword) throw new HttpProblem('mustChangePassword')
  if (request.session.mustSetUpTotp && !beforePassword && !beforeTotp) throw new HttpProblem('mustSetUpTotp')
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A writing request that a browser sends for another site is refused; programs send neither header (DESIGN.md 6). */
function refuseForeign(request: FastifyRequest, context: Context): void {
  if (reads.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') throw new HttpProblem('badOrigin')
  const origin = request.headers.origin
  if (origin === undefined) return
  const ours = context.publicUrl ?? null
  const isOurs = ours === null ? hostOf(origin) === request.headers.host?.toLowerCase() : origin === ours
  if (!isOurs) throw new HttpProblem('badOrigin')
}

const hostOf = (origin: string): string | null =>
  URL.canParse(origin) && origin !== 'null' ? new URL(origin).host : null

/** A push without its changes: each of those is judged by itself, so that one can't spoil its neighbours. */
const envelopeOf = (body: unknown): unknown => (isObject(body) ? { ...body, changes: null } : null)

/** Texts that PostgreSQL refuses are a problem at their field, wherever they stand. */
function refuseUnstorable(value: unknown, request: FastifyRequest, at: string): void {
  const paths = unstorableIn(value, at)
  if (paths.length === 0) return
  const message =
    languageOf(request.headers['accept-language']) === 'zh' ? '有无法保存的字符' : 'holds characters that can’t be kept'
  const errors: InputError[] = paths.map((path) => ({ path, code: 'badText', message }))
  throw new HttpProblem('badRequest', { errors })
}

/** No request but a push nests more than a few levels; what does isn't looked into, its schema refuses it. */
function unstorableIn(value: unknown, at: string, levels = 8): readonly string[] {
  if (levels === 0) return []
  if (typeof value === 'string') return isStorable(value) ? [] : [at]
  if (Array.isArray(value)) return value.flatMap((item, index) => unstorableIn(item, `${at}/${index}`, levels - 1))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) =>
    isStorable(name) ? unstorableIn(item, `${at}/${name}`, levels - 1) : [at],
  )
}

/** For an error before any hook ran: it tells nothing to who isn't signed in. */
export async function guardFrameworkError(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<HttpProblem | null> {
  if (!isApi(request)) return null
  void reply.header('cache-control', 'no-store')
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]
  const session = await findSession(context.db, cookie, context.clock())
  return session?.revokedAt === null ? null : new HttpProblem('notSignedIn')
}
