import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App, refusals } from '../http/schemas.ts'
import { arrived, findAttachment } from './attachments.repository.ts'
import { hashPattern, makeUploads } from './uploads.ts'

const Hashes = Type.String({ pattern: '^sha256:[0-9a-f]{64}(,sha256:[0-9a-f]{64}){0,99}$' })
const Arrived = Type.Object({
  items: Type.Array(Type.Object({ hash: Type.String(), type: Type.String(), size: Type.Integer() })),
})
const dayMs = 86_400_000

/** Photos and files: in by tus, out to those who may open a record that holds them. */
export function attachmentRoutes(app: App, context: Context): void {
  const { db, attachments } = context
  const uploads = makeUploads(context)
  const tus = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { status, headers } = await uploads.handle(request)
    for (const [name, value] of headers) void reply.header(name, value)
    return reply.code(status).send()
  }
  // Its bytes are read by tus, piece by piece, never into memory.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
  const one = { params: Type.Object({ id: Type.String() }) }
  const tusAnswer = { '2xx': { description: 'tus 1.0' }, ...refusals }

  app.post('/api/attachments', { schema: { summary: 'Begin an upload (tus)', response: tusAnswer } }, tus)
  app.head(
    '/api/attachments/:id',
    { schema: { ...one, summary: 'An upload’s offset (tus)', response: tusAnswer } },
    tus,
  )
  app.patch(
    '/api/attachments/:id',
    { schema: { ...one, summary: 'Go on with an upload (tus)', response: tusAnswer } },
    tus,
  )

  app.get(
    '/api/attachments',
    {
      schema: {
        summary: 'Which of these files have arrived',
        querystring: Type.Object({ hash: Hashes }),
        response: answers(Arrived),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      return { items: await arrived(db, caller.township, request.query.hash.split(',')) }
    },
  )

  app.get(
    '/api/attachments/:id',
    {
      exposeHeadRoute: false,
      schema: {
        ...one,
        summary: 'A file, by its hash',
        response: {
          200: { description: 'the file', content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { caller } = sessionOf(request)
      const { id } = request.params
      const file = new RegExp(hashPattern).test(id) ? await findAttachment(db, caller, id) : undefined
      const bytes = file ? await attachments.open(caller.township, file.hash) : null
      if (!file || !bytes) throw new HttpProblem('notFound')
      return reply.type(file.type).header('content-length', String(file.size)).send(bytes)
    },
  )

  const sweep = (): void => void uploads.sweep().catch((error: unknown) => app.log.error({ error }, 'sweep failed'))
  const timer = setInterval(sweep, dayMs)
  timer.unref()
  app.addHook('onReady', async () => sweep())
  app.addHook('onClose', async () => clearInterval(timer))
}
