import type { FastifyRequest } from 'fastify'

/** The path as the router reads it: `/%61pi` is `/api`, and so is the absolute form that a proxy sends. */
export function pathOf(request: FastifyRequest): string {
  const path = (request.raw.url ?? '').replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] ?? ''
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Whether a request is the API's, by the route that answers it or else by its path. */
export const isApi = (request: FastifyRequest): boolean =>
  [request.routeOptions?.url ?? '', pathOf(request)].some((path) => /^\/api(\/|$)/.test(path))
