import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../config.ts'
import { cookieName } from '../http/context.ts'
import { sessionDays } from './sessions.ts'

/** Secure but for plain http on loopback, where a browser would refuse it. */
export const cookieFor = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: !(request.protocol === 'http' && isLoopback(request.hostname)),
})

/** Lets a browser keep the cookie of a revoked session, which the server knows longer than it was to live. */
export function keepCookie(request: FastifyRequest, reply: FastifyReply): void {
  const value = request.cookies[cookieName]
  if (value === undefined) return
  void reply.setCookie(cookieName, value, { ...cookieFor(request), maxAge: 2 * sessionDays * 86_400 })
}
