import { randomUUID } from 'node:crypto'

/** The server as another program sees it: for setting a scene and for looking at what arrived. */
export type Api = {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: unknown) => Promise<T>
  /** One change of one record; what became of it. */
  readonly change: (change: {
    recordId: string
    kind: string
    set: object
    was?: object
    resolves?: string
  }) => Promise<string>
}

export const password = 'Yangcheng-2025'

/** Logs in over HTTP, apart from any browser. */
export const logIn = async (url: string, username: string): Promise<Api> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (answer.status !== 200) throw new Error(`log-in of ${username}: ${answer.status}`)
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const call = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, cookie } })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const post = <T>(path: string, body: unknown): Promise<T> =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return {
    get: (path) => call(path, {}),
    post,
    change: async (change) => {
      const now = new Date().toISOString()
      const body = { sentAt: now, changes: [{ id: randomUUID(), madeAt: now, ...change }] }
      const { results } = await post<{ results: { outcome: string }[] }>('/api/sync/push', body)
      return results[0]?.outcome ?? ''
    },
  }
}

/** Settles what this account's conflicts left open, for the server's side: the next test finds the account as it was. */
export const settleConflicts = async (api: Api): Promise<void> => {
  type Item = { changeId: string; recordId: string; kind: string; outcome: string }
  const { items } = await api.get<{ items: readonly Item[] }>('/api/sync/attention')
  for (const { changeId, recordId, kind, outcome } of items) {
    if (outcome === 'conflict') await api.change({ recordId, kind, set: {}, was: {}, resolves: changeId })
  }
}

/** The year's figures by id. */
export const figuresOf = async (api: Api, year: number): Promise<ReadonlyMap<string, number | null>> => {
  const answer = await api.get<{ figures: readonly { id: string; value: number | null }[] }>(
    `/api/figures?year=${year}`,
  )
  return new Map(answer.figures.map((figure) => [figure.id, figure.value]))
}

/** How many records of a kind there are. */
export const countOf = async (api: Api, kind: string, query = ''): Promise<number> =>
  (await api.get<{ total: number }>(`/api/records?kind=${kind}${query}`)).total
