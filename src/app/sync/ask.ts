import { isObject } from '../../domain/value.ts'

export type Question = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** Whose question it is: under another's cookie the server answers it as nobody's. */
  readonly as?: string | undefined
  /** From the first byte sent to the last received. */
  readonly timeoutMs: number
}

/**
 * What a request came to. `ok` and `problem` are JSON of our own server's shape; `none` is everything else: no network,
 * a timeout, a Wi-Fi's log-in page, an empty or half body. A `none` may still carry the status of what stood in between.
 */
export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly code: string
      readonly retryAfterMs: number | null
      /** The whole body: a refusal's title and what is wrong with which field. */
      readonly body: { readonly [name: string]: unknown }
    }
  | { readonly kind: 'none'; readonly status: number | null; readonly retryAfterMs: number | null }

/** Asks our server. Never rejects, always settles within the time given. */
export type Ask = (question: Question) => Promise<Answer>

const longestWaitMs = 86_400_000

/** Retry-After in milliseconds, from seconds or a date; null where there's none that can be read. At most a day, the longest lock. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(seconds) ? Math.min(longestWaitMs, Math.max(0, seconds)) : null
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Reads a response by what it holds, not by its status. */
export function readAnswer(
  status: number,
  contentType: string | null,
  retryAfter: number | null,
  text: string,
): Answer {
  if (status === 204 && text === '') return { kind: 'ok', status, body: null }
  const body = /json/i.test(contentType ?? '') ? parsed(text) : undefined
  const succeeded = status >= 200 && status < 300
  if (succeeded && body !== undefined) return { kind: 'ok', status, body }
  if (!succeeded && isObject(body) && typeof body['code'] === 'string') {
    return { kind: 'problem', status, code: body['code'], retryAfterMs: retryAfter, body }
  }
  return { kind: 'none', status, retryAfterMs: retryAfter }
}

/** The way of asking over fetch, in page and worker; what the server says back is said in the screen's language. */
export function makeAsk(send: typeof fetch, now: () => number, language: () => string = () => 'zh-CN'): Ask {
  return async ({ method, path, body, as, timeoutMs }) => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), timeoutMs)
    try {
      const response = await send(path, {
        method,
        headers: {
          accept: 'application/json',
          'accept-language': language() || 'zh-CN',
          ...(as === undefined ? {} : { 'gridbook-user': as }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'same-origin',
        cache: 'no-store',
        // Our API never redirects: whoever does is somebody in between.
        redirect: 'error',
        signal: controller.signal,
      })
      const text = await response.text()
      const wait = retryAfterMs(response.headers.get('retry-after'), now())
      return readAnswer(response.status, response.headers.get('content-type'), wait, text)
    } catch {
      return { kind: 'none', status: null, retryAfterMs: null }
    } finally {
      clearTimeout(timer)
    }
  }
}
