import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { handoverRoute } from './admin/handover.routes.ts'
import { userRoutes } from './admin/users.routes.ts'
import { attachmentRoutes } from './attachments/attachments.routes.ts'
import { figureRoutes } from './figures/figures.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { calendarRoute } from './calendar/calendar.routes.ts'
import { acceptJson, maxBody } from './http/body.ts'
import type { Context } from './http/context.ts'
import { docsRoutes } from './http/docs.routes.ts'
import { guard, guardFrameworkError } from './http/guards.ts'
import { healthRoute } from './http/health.routes.ts'
import { kindRoutes } from './http/kinds.routes.ts'
import { refuseUnreadable, sendProblem } from './http/problem.ts'
import type { App } from './http/schemas.ts'
import { serveApp } from './http/static.ts'
import { historyRoute } from './records/history.routes.ts'
import { recordRoutes } from './records/records.routes.ts'
import { keyRoute } from './sealing/key.routes.ts'
import { sealingKeys } from './sealing/keys.ts'
import { recoverRoute } from './sealing/recover.routes.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { totpRoutes } from './session/totp.routes.ts'
import { docxRoute } from './reports/docx.routes.ts'
import { xlsxRoute } from './reports/xlsx.routes.ts'
import { verifyRoute } from './reports/verify.routes.ts'
import { entryRoutes } from './years/entries.routes.ts'
import { paragraphRoutes } from './years/paragraphs.routes.ts'
import { yearRoutes } from './years/years.routes.ts'
import { attentionRoute } from './sync/attention.routes.ts'
import { heldRoutes } from './sync/held.routes.ts'
import { pullRoute } from './sync/pull.routes.ts'
import { pushRoute } from './sync/push.routes.ts'

export type AppOptions = Context & {
  /** The built app's folder; null: the API alone. */
  readonly appFolder: string | null
  readonly logger: FastifyBaseLogger | false
  readonly https?: { readonly cert: string; readonly key: string } | null
}

/** Builds the server, listening to nothing yet. */
export async function buildApp(options: AppOptions): Promise<App> {
  const app = Fastify({
    ...(options.logger === false ? { logger: false } : { loggerInstance: options.logger }),
    ...(options.https ? { https: options.https } : {}),
    // Behind one's own proxy the caller's address is what the proxy says; else nobody is believed.
    trustProxy: options.publicUrl === null ? false : ['loopback', 'uniquelocal'],
    bodyLimit: maxBody,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    // Eight megabytes over a village's 2G take their time.
    requestTimeout: 600_000,
    clientErrorHandler: refuseUnreadable,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    return503OnClosing: true,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true } },
    frameworkErrors: (error, request, reply) => {
      void guardFrameworkError(request, reply, options)
        .catch((failure: unknown) => failure)
        .then((refusal) => sendProblem(refusal ?? error, request, reply))
    },
  }) as unknown as App

  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  // What goes out is what the handler made: no schema drops or alters a field on its way.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity:
      options.https || options.publicUrl?.startsWith('https:')
        ? { maxAge: 15_552_000, includeSubDomains: false }
        : false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gridbook',
        description: '网格台账: what happens in a township’s field work, and what it adds up to',
        version: options.version,
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gridbook' } } },
      security: [{ session: [] }],
    },
  })
  acceptJson(app)
  guard(app, options)
  logRequests(app)
  await app.register(async (scope) => routes(scope as unknown as App, options))
  await serveApp(app, options.appFolder)
  return app
}

function routes(app: App, context: Context): void {
  const keys = sealingKeys(context)
  sessionRoutes(app, context)
  recoverRoute(app, context, keys)
  totpRoutes(app, context)
  kindRoutes(app)
  calendarRoute(app, context)
  keyRoute(app, keys)
  pushRoute(app, context, keys)
  pullRoute(app, context)
  attentionRoute(app, context)
  heldRoutes(app, context)
  recordRoutes(app, context)
  historyRoute(app, context)
  figureRoutes(app, context)
  yearRoutes(app, context)
  entryRoutes(app, context)
  paragraphRoutes(app, context)
  docxRoute(app, context)
  xlsxRoute(app, context)
  verifyRoute(app, context)
  attachmentRoutes(app, context)
  auditRoutes(app, context)
  userRoutes(app, context)
  handoverRoute(app, context)
  healthRoute(app, context)
  docsRoutes(app)
}

/** One line a request, by route: no address, no query, no body, nobody's name. */
function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '-'
    if (!route.startsWith('/api') && reply.statusCode < 400) return
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        user: request.session?.caller.userId,
      },
      'request',
    )
  })
}
