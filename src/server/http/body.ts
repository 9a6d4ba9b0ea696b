import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpProblem } from '../errors.ts'

/** The most that a request may hold, before and after unzipping (DESIGN.md 6). */
export const maxBody = 8 * 1024 * 1024

const unzip = promisify(gunzip)
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON only, plain or gzipped; each way of being broken has its code. */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxBody },
    async (request: FastifyRequest, body: Buffer) => {
      const charset = /charset="?([^;"\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase()
      if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') throw new HttpProblem('unsupportedType')
      const bytes = await plain(request.headers['content-encoding'], body)
      if (bytes.length === 0 && request.method === 'DELETE') return undefined
      return parse(bytes)
    },
  )
}

async function plain(encoding: string | undefined, body: Buffer): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase()
  if (name === undefined || name === '' || name === 'identity') return body
  if (name !== 'gzip' && name !== 'x-gzip') throw new HttpProblem('unsupportedType')
  try {
    return await unzip(body, { maxOutputLength: maxBody })
  } catch (error) {
    throw new HttpProblem((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'badEncoding')
  }
}

function parse(bytes: Buffer): unknown {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw new HttpProblem('badEncoding')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpProblem('badJson')
  }
}
