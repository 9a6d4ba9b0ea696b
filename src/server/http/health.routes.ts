import Type from 'typebox'
import { sql } from 'kysely'
import { HttpProblem } from '../errors.ts'
import { protocol } from '../sync/push.routes.ts'
import type { Context } from './context.ts'
import { answers, type App } from './schemas.ts'

const Health = Type.Object({ status: Type.Literal('ok'), version: Type.String(), protocol: Type.Integer() })

/** 200 only when migrations and the demo are in and the database answers. */
export function healthRoute(app: App, context: Context): void {
  app.get(
    '/api/health',
    {
      schema: { summary: 'Whether it can be used', security: [], response: answers(Health) },
      config: { open: true },
      logLevel: 'warn',
    },
    async () => {
      if (!context.isReady()) throw new HttpProblem('unavailable', { retryAfter: 2 })
      await sql`select 1`.execute(context.db)
      return { status: 'ok' as const, version: context.version, protocol }
    },
  )
}
