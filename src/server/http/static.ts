import { existsSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpProblem } from '../errors.ts'
import { isApi, pathOf } from './path.ts'

/** Entry points are asked for anew; the worker never comes from a cache; what has a hash in its name never changes. */
function cacheFor(path: string): string {
  if (basename(path) === 'sw.js') return 'no-store'
  return path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

const isNavigation = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  (request.headers['sec-fetch-mode'] === 'navigate' || (request.headers.accept ?? '').includes('text/html'))

/** Serves the built app; a navigation that no file answers gets its page, but never under /api (FIELD-BUGS: pi-web#33). */
export async function serveApp(app: FastifyInstance, folder: string | null): Promise<void> {
  const there = folder !== null && existsSync(join(folder, 'index.html'))
  if (there) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      cacheControl: false,
      index: 'index.html',
      setHeaders: (reply, path) => void reply.header('cache-control', cacheFor(path)),
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const hasExtension = /\.[a-z0-9]+$/i.test(pathOf(request))
    if (!there || isApi(request) || hasExtension || !isNavigation(request)) throw new HttpProblem('notFound')
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder ?? '')
  })
}
