import type { FastifyRequest } from 'fastify'
import type { AttachmentStore } from '../attachments/store.ts'
import type { Database } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import type { Session } from '../session/sessions.ts'

/** What routes need of the world, passed in by main.ts. */
export type Context = {
  readonly db: Database
  readonly attachments: AttachmentStore
  readonly secrets: Secrets
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Our own address where it is fixed by PUBLIC_URL; else it is the request's own host. */
  readonly publicUrl: string | null
  /** Off for the demo on loopback only. */
  readonly rateLimits: boolean
  readonly version: string
  /** Migrations and the demo are in. */
  readonly isReady: () => boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | null
  }
  interface FastifyContextConfig {
    /** Answers without a session. */
    open?: true
    /** Answers also where the password must be changed first. */
    beforePassword?: true
    /** Answers also a session whose device is revoked or whose account is disabled. */
    whileRevoked?: true
    /** Answers also where the authenticator must be set up first. */
    beforeTotp?: true
  }
}

/** The session of a request that needs one; the hook has refused it already where there is none. */
export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new HttpProblem('notSignedIn')
  return request.session
}

export const cookieName = 'gridbook'
