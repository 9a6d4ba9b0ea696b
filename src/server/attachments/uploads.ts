import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { Server, type Upload } from '@tus/server'
import type { FastifyRequest } from 'fastify'
import { fileKind } from '../../domain/record/file-kind.ts'
import { isId } from '../../domain/record/ids.ts'
import { type ErrorCode, HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { noteAttachment } from './attachments.repository.ts'

/** The largest file that is taken. */
export const maxFile = 20 * 1024 * 1024

export const hashPattern = '^sha256:[0-9a-f]{64}$'
const isHash = (text: unknown): text is string => typeof text === 'string' && new RegExp(hashPattern).test(text)

/** What tus says, in our codes. */
const codes: { readonly [status: number]: ErrorCode } = {
  403: 'notFound',
  404: 'notFound',
  409: 'badOffset',
  410: 'notFound',
  413: 'fileTooLarge',
  423: 'unavailable',
  500: 'unavailable',
}

type Told = { readonly status: number; readonly headers: ReadonlyMap<string, string> }

const passedOn = ['tus-resumable', 'location', 'upload-offset', 'upload-length', 'upload-expires', 'gridbook-hash']
const asked = ['tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata', 'content-type', 'content-length']

/**
 * Files in pieces that survive 2G (tus 1.0): created, added to at the offset that the server names, and taken only when
 * all of it is there, is what it was said to be, and has the hash that it was announced with.
 */
export function makeUploads({ db, clock, attachments }: Context) {
  // The address names the township and the uploader: whose it is, is known before anything is read.
  const sessions = new WeakMap<object, ReturnType<typeof sessionOf>>()
  const failures = new WeakMap<object, Error>()
  const callerOf = (request: object) => {
    const session = sessions.get(request)
    if (!session) throw new HttpProblem('notSignedIn')
    return session.caller
  }
  const ownOf = (request: object): string => {
    const { township, userId } = callerOf(request)
    return `${township}~${userId}~`
  }

  const take = async (request: object, upload: Upload): Promise<string> => {
    const { township, userId } = callerOf(request)
    const { hash, head } = await attachments.look(upload.id)
    const kind = fileKind(head)
    if (hash !== upload.metadata?.['hash'] || kind === null) {
      await attachments.partial.remove(upload.id)
      throw new HttpProblem(kind === null ? 'badFileType' : 'badHash')
    }
    await attachments.keep(township, hash, upload.id)
    const recordId = upload.metadata['recordId'] ?? null
    const file = { hash, type: `image/${kind}`, size: upload.size ?? 0, by: userId, recordId, now: clock() }
    await noteAttachment(db, township, file)
    return hash
  }

  const tus = new Server({
    path: '/api/attachments',
    datastore: attachments.partial,
    maxSize: maxFile,
    relativeLocation: true,
    namingFunction: (request) => `${ownOf(request)}${randomBytes(12).toString('hex')}`,
    onIncomingRequest: async (request, id) => {
      if (!id.startsWith(ownOf(request))) throw new HttpProblem('notFound')
    },
    onUploadCreate: async (_request, { metadata = {}, size }) => {
      const { hash, name = '', recordId = null } = metadata
      const bad = (field: string): never => {
        const error = { path: `/metadata/${field}`, code: 'outOfRange', message: 'is out of range' }
        throw new HttpProblem('badRequest', { errors: [error] })
      }
      if (!isHash(hash)) bad('hash')
      if ((name ?? '').length > 200) bad('name')
      if (recordId !== null && !isId(recordId)) bad('recordId')
      if (size === undefined || size === 0) bad('size')
      // Nothing else of what was announced is kept.
      return { metadata: { hash: hash ?? null, recordId } }
    },
    onUploadFinish: async (request, upload) => ({ headers: { 'gridbook-hash': await take(request, upload) } }),
    onResponseError: (request, error) => {
      // Its own are plain objects with a status; ours, and whatever breaks, are errors.
      if (error instanceof Error) failures.set(request, error)
      return undefined
    },
  })

  return {
    /** Answers a request of tus, or throws a refusal of ours. */
    handle: async (request: FastifyRequest): Promise<Told> => {
      const headers = new Headers()
      for (const name of asked) {
        const value = request.headers[name]
        if (typeof value === 'string') headers.set(name, value)
      }
      const hasBody = request.method === 'PATCH'
      const body = hasBody ? (Readable.toWeb(request.raw) as ReadableStream) : null
      const web = new Request(new URL(request.url, 'http://localhost'), {
        method: request.method,
        headers,
        ...(body ? { body, duplex: 'half' } : {}),
      } as RequestInit)
      sessions.set(web, sessionOf(request))
      const response = await tus.handleWeb(web as Parameters<typeof tus.handleWeb>[0])
      if (response.status >= 400) {
        const code = codes[response.status] ?? 'badRequest'
        throw failures.get(web) ?? new HttpProblem(code, code === 'unavailable' ? { retryAfter: 5 } : {})
      }
      const told = passedOn.flatMap((name) => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value] as const]
      })
      return { status: response.status, headers: new Map(told) }
    },
    /** Throws away what nobody has gone on with. */
    sweep: (): Promise<number> => tus.cleanUpExpiredUploads() as Promise<number>,
  }
}
