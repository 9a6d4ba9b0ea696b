import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '../db/pool.ts'
import { type ErrorCode, errorCodes, HttpProblem, type InputError } from '../errors.ts'
import { languageOf } from './language.ts'

/** Fastify's own errors in our codes; whatever else it says below 500 is badRequest. */
const frameworkCodes: { readonly [code: string]: ErrorCode } = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'badJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'badJson',
  FST_ERR_MAX_PARAM_LENGTH: 'uriTooLong',
  FST_ERR_REP_ALREADY_SENT: 'internal',
}

/** Any error as a refusal with a code; what isn't a refusal is ours, and says nothing to the caller. */
export function toProblem(error: unknown, language: 'zh' | 'en'): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (isUnavailable(error)) return new HttpProblem('unavailable', { retryAfter: 5 })
  const fastify = error as Partial<FastifyError>
  if (fastify.validation)
    return new HttpProblem('badRequest', {
      errors: fastify.validation.map((one) => inputError(one, fastify.validationContext, language)),
    })
  const code = frameworkCodes[fastify.code ?? '']
  if (code) return new HttpProblem(code)
  const status = fastify.statusCode ?? 500
  if (status === 413) return new HttpProblem('tooLarge')
  if (status === 414) return new HttpProblem('uriTooLong')
  if (status === 415) return new HttpProblem('unsupportedType')
  return new HttpProblem(status >= 400 && status < 500 ? 'badRequest' : 'internal')
}

type Validation = NonNullable<FastifyError['validation']>[number]

const schemaWords: { readonly [keyword: string]: readonly [code: string, zh: string, en: string] } = {
  required: ['required', '必填', 'is required'],
  type: ['wrongType', '类型不对', 'has the wrong type'],
  pattern: ['outOfRange', '格式不对', 'has the wrong form'],
  maxLength: ['tooLong', '过长', 'is too long'],
  minLength: ['required', '必填', 'is required'],
  additionalProperties: ['unknownField', '没有这个参数', 'is not known'],
}

function inputError(one: Validation, context: string | undefined, language: 'zh' | 'en'): InputError {
  const missing = one.params['missingProperty'] ?? one.params['additionalProperty']
  const path = `${one.instancePath}${typeof missing === 'string' ? `/${missing}` : ''}`
  const [code, zh, en] = schemaWords[one.keyword] ?? ['outOfRange', '不在允许范围内', 'is out of range']
  return {
    path: context === 'body' || context === undefined ? path : `/${context}${path}`,
    code,
    message: language === 'zh' ? zh : en,
  }
}

/** The body of an RFC 9457 answer. */
export function problemBody(problem: HttpProblem, language: 'zh' | 'en'): Record<string, unknown> {
  const answer = errorCodes[problem.code]
  return {
    type: 'about:blank',
    title: answer[language],
    status: answer.status,
    code: problem.code,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  }
}

/** Answers with a problem, whatever went wrong: the one error handler, for the framework's errors too. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const problem = toProblem(error, language)
  const { status } = errorCodes[problem.code]
  if (status >= 500 && !(error instanceof HttpProblem))
    request.log.error({ error: safeError(error), code: problem.code }, 'request failed')
  if (problem.retryAfter !== undefined)
    void reply.header('retry-after', String(Math.max(1, Math.ceil(problem.retryAfter))))
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, language)))
}

/** What may stand in a log of an error: PostgreSQL's detail and parameters hold people's data, its message and code don't. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an Error' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames =
    error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8) ?? []
  // A message may quote the value that broke it (22P02 does): the class and the place are enough.
  const message = code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? `SQLSTATE ${code}` : error.message.slice(0, 200)
  return { type: error.name, code, message, stack: frames.join('\n') }
}

/** What isn't even a request of HTTP (headers too large, no end of them): the same answer, written by hand. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const problem = new HttpProblem(error.code === 'HPE_HEADER_OVERFLOW' ? 'headersTooLarge' : 'badRequest')
  const body = JSON.stringify(problemBody(problem, 'zh'))
  const { status } = errorCodes[problem.code]
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
