import type { Change } from '../../../src/domain/record/change.ts'
import type { Data } from '../../../src/domain/value.ts'
import type { Answer, Ask, Question } from '../../../src/app/sync/ask.ts'
import { readAnswer } from '../../../src/app/sync/ask.ts'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { session } from '../vault/makers.ts'

/** What stands between phone and server for one request. */
export type Weather =
  | 'fine'
  | 'lostBefore'
  | 'lostAfter'
  | 'halfBody'
  | 'htmlPage'
  | 'emptyBody'
  | 'badGateway'
  | 'serverError'
  | 'signedOut'

export const lost: Answer = { kind: 'none', status: null, retryAfterMs: null }
export const json = (body: unknown, status = 200): Answer =>
  readAnswer(status, 'application/json', null, JSON.stringify(body))
export const problem = (status: number, code: string, retryAfterMs: number | null = null): Answer => ({
  kind: 'problem',
  status,
  code,
  retryAfterMs,
  body: { code },
})

type Kept = {
  id: string
  kind: string
  version: number
  status: string
  data: Data
  seq: number
  updatedAt: string
  updatedBy: { id: string; name: string }
}
type Result = {
  changeId: string
  recordId: string
  outcome: string
  version: number | null
  problems?: unknown
  settledBy?: string
}

/** A server as small as it can be: judges by what the test puts in `judge`, remembers its answers, serves pulls. */
export class FakeServer {
  readonly records = new Map<string, Kept>()
  readonly answers = new Map<string, { body: string; result: Result }>()
  readonly asked: Question[] = []
  /** How often each change was applied. */
  readonly applied = new Map<string, number>()
  attention: unknown[] = []
  pageSize = 500
  seq = 0
  hash = 'h'
  weather: () => Weather = () => 'fine'
  /** Another answer than "applied" for a change. */
  judge: (change: Change) => Partial<Result> | null = () => null
  /** An answer to the whole request, before anything is judged. */
  refuse: (question: Question) => Answer | null = () => null

  /** What a request waits for on its way. */
  slow: (question: Question) => Promise<void> | null = () => null

  readonly ask: Ask = async (question) => {
    await this.slow(question)
    this.asked.push(question)
    const weather = this.weather()
    if (weather === 'lostBefore') return lost
    if (weather === 'htmlPage') return readAnswer(200, 'text/html', null, '<html>登录 Wi-Fi</html>')
    if (weather === 'emptyBody') return readAnswer(200, 'application/json', null, '')
    if (weather === 'badGateway') return readAnswer(502, 'text/html', null, '<html>Bad Gateway</html>')
    if (weather === 'signedOut') return problem(401, 'notSignedIn')
    const refused = this.refuse(question)
    if (refused) return refused
    const body = JSON.stringify(this.handle(question))
    if (weather === 'serverError') return problem(500, 'internal')
    if (weather === 'lostAfter') return lost
    if (weather === 'halfBody')
      return readAnswer(200, 'application/json', null, body.slice(0, Math.floor(body.length / 2)))
    return readAnswer(200, 'application/json', null, body)
  }

  pushes(): readonly (readonly Change[])[] {
    return this.asked
      .filter((one) => one.path === '/api/sync/push')
      .map((one) => (one.body as { changes: Change[] }).changes)
  }

  private handle({ path, body }: Question): unknown {
    if (path === '/api/sync/push') {
      return {
        results: (body as { changes: Change[] }).changes.map((change) => this.accept(change)),
        head: this.head(),
        protocol: 1,
      }
    }
    if (path.startsWith('/api/sync/pull')) return this.pull(new URLSearchParams(path.split('?')[1]))
    if (path === '/api/sync/attention') return { items: this.attention }
    if (path === '/api/kinds') return { kinds }
    return session
  }

  private head(): { seq: number; hash: string } {
    return { seq: this.seq, hash: this.hash }
  }

  private accept(change: Change): Result {
    const body = JSON.stringify(change)
    const known = this.answers.get(change.id)
    if (known)
      return known.body === body
        ? known.result
        : { changeId: change.id, recordId: change.recordId, outcome: 'rejected', version: null }
    const other = this.judge(change)
    const result: Result = {
      changeId: change.id,
      recordId: change.recordId,
      outcome: 'applied',
      version: null,
      ...other,
    }
    if (result.outcome === 'applied') result.version = this.apply(change)
    if (result.outcome !== 'waiting' && result.outcome !== 'failed') this.answers.set(change.id, { body, result })
    return result
  }

  apply(change: Pick<Change, 'id' | 'recordId' | 'kind' | 'set'>): number {
    this.seq += 1
    this.applied.set(change.id, (this.applied.get(change.id) ?? 0) + 1)
    const before = this.records.get(change.recordId)
    const data = { ...before?.data, ...change.set }
    const version = (before?.version ?? 0) + 1
    const updated = { updatedAt: '2026-03-05T02:00:00.000Z', updatedBy: { id: 'wang', name: '王瑞' } }
    this.records.set(change.recordId, {
      id: change.recordId,
      kind: change.kind,
      version,
      status: String(data['status'] ?? ''),
      data,
      seq: this.seq,
      ...updated,
    })
    return version
  }

  private pull(query: URLSearchParams): unknown {
    const from = Number(query.get('cursor') ?? 0)
    const later = [...this.records.values()].filter((one) => one.seq > from).sort((a, b) => a.seq - b.seq)
    const records = later.slice(0, this.pageSize)
    const more = later.length > records.length
    return {
      records,
      cursor: String(more ? (records.at(-1)?.seq ?? from) : Math.max(this.seq, from)),
      head: this.head(),
      more,
    }
  }
}
