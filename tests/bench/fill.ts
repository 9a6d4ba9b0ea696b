import { randomUUID } from 'node:crypto'
import type { Api } from '../e2e/support/api.ts'

/** Sends so many batches of 500 new hazards; the milliseconds of each. */
export const fill = async (api: Api, batches: number): Promise<readonly number[]> => {
  const { items } = await api.get<{ items: { data: object }[] }>('/api/records?kind=hazard&status=closed')
  const times: number[] = []
  for (let batch = 0; batch < batches; batch++) {
    const now = new Date().toISOString()
    const changes = Array.from({ length: 500 }, (_, at) => ({
      id: randomUUID(),
      recordId: randomUUID(),
      kind: 'hazard',
      madeAt: now,
      set: { ...items[0]?.data, status: 'found', description: `第 ${batch * 500 + at + 1} 处，通道堆放菌袋` },
    }))
    const begun = performance.now()
    const answer = await api.post<{ results: { outcome: string }[] }>('/api/sync/push', { sentAt: now, changes })
    times.push(performance.now() - begun)
    if (answer.results.some((result) => result.outcome !== 'applied')) throw new Error('not all were applied')
  }
  return times
}
