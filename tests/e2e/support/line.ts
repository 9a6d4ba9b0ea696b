import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

type Reply = { readonly status: number; readonly type: string; readonly body: string }

/** The line between phones and the server: it can be cut, and there can be somebody in between. */
export type Line = {
  readonly url: string
  /** Nobody answers any more, not even with a refusal of ours. */
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
  /** Somebody in between answers what he likes; null lets a request through. */
  readonly answerAs: (reply: (path: string, method: string) => Reply | null) => void
  /** What the server says at a path comes out altered. */
  readonly alter: (path: string, change: (body: string) => string) => void
  /** Whole again, and nobody in between. */
  readonly reset: () => Promise<void>
  readonly remove: () => Promise<void>
}

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Draws a line to the server. Phones ask the line's address; the host that they name stays as they wrote it. */
export const drawLine = async (target: string): Promise<Line> => {
  const alterations = new Map<string, (body: string) => string>()
  let stranger: ((path: string, method: string) => Reply | null) | null = null

  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const url = asked.url ?? '/'
    const path = url.split('?')[0] ?? '/'
    const reply = stranger?.(path, asked.method ?? 'GET')
    if (reply) {
      answer.writeHead(reply.status, { 'content-type': reply.type, 'cache-control': 'no-store' }).end(reply.body)
      return
    }
    const change = alterations.get(path)
    const onwards = request(`${target}${url}`, { method: asked.method, headers: asked.headers }, (said) => {
      if (!change) {
        answer.writeHead(said.statusCode ?? 502, said.rawHeaders)
        said.pipe(answer)
        return
      }
      const parts: Buffer[] = []
      said.on('data', (part: Buffer) => parts.push(part))
      said.on('end', () => {
        const body = Buffer.from(change(Buffer.concat(parts).toString()))
        const { etag: _etag, 'transfer-encoding': _chunks, ...headers } = said.headers
        answer.writeHead(said.statusCode ?? 502, { ...headers, 'content-length': body.length }).end(body)
      })
    })
    onwards.on('error', () => answer.destroy())
    asked.pipe(onwards)
  }

  let server = createServer(pass)
  const port = await listen(server, 0)
  const cut = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  const mend = async (): Promise<void> => {
    if (server.listening) return
    server = createServer(pass)
    await listen(server, port)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    mend,
    answerAs: (reply) => void (stranger = reply),
    alter: (path, change) => void alterations.set(path, change),
    reset: async () => {
      stranger = null
      alterations.clear()
      await mend()
    },
    remove: cut,
  }
}
