import type { Ending, SyncPorts } from './push.ts'
import { endingOf } from './push.ts'
import { readAttention, readPull } from './read-pull.ts'

const pageSize = 500
const timeoutMs = 45_000

const done: Ending = { end: 'done', reached: true, tooOld: false, waitMs: null }

const pullPath = (cursor: string | null, seen: { seq: number; hash: string } | null): string => {
  const query = new URLSearchParams({ limit: String(pageSize) })
  if (cursor !== null) query.set('cursor', cursor)
  if (seen) query.set('seen', `${seen.seq}:${seen.hash}`)
  return `/api/sync/pull?${query.toString()}`
}

/**
 * Brings what has changed, page by page, until nothing more comes; each page is stored with its cursor, so that a cut
 * line goes on where it was cut. A changed scope sweeps; a restored server is left alone: what we hold stays.
 */
export async function pullAll({ vault, ask }: SyncPorts): Promise<Ending> {
  let swept = false
  for (;;) {
    const { cursor, seen } = await vault.meta()
    const answer = await ask({ method: 'GET', path: pullPath(cursor, seen), timeoutMs })
    if (answer.kind !== 'ok') {
      // A cursor that this server can't read: from the start, and what no longer comes goes.
      const unread = answer.kind === 'problem' && answer.status === 400 && cursor !== null && !swept
      if (!unread) return endingOf(answer) ?? { ...done, end: 'trouble', reached: answer.kind === 'problem' }
      swept = true
      if (!(await vault.beginSweep()).ok) return { ...done, end: 'vault' }
      continue
    }
    const page = readPull(answer.body)
    if (!page) return { ...done, end: 'none', reached: false }
    if (page.reset === 'scope' && !swept) {
      swept = true
      if (!(await vault.beginSweep()).ok) return { ...done, end: 'vault' }
      continue
    }
    if (page.reset !== null || page.cursor === null) return { ...done, end: 'reset' }
    const { records, gone, head } = page
    const stored = await vault.takePage({ records, gone, cursor: page.cursor, seen: head, last: !page.more })
    if (!stored.ok) return { ...done, end: 'vault' }
    // A page that says "more" and doesn't move on would go on for ever.
    if (!page.more || page.cursor === cursor) return done
  }
}

/** Reads the caller's open conflicts and rejections, those of his other devices too. */
export async function pullAttention({ vault, ask }: SyncPorts): Promise<Ending> {
  const answer = await ask({ method: 'GET', path: '/api/sync/attention', timeoutMs })
  if (answer.kind !== 'ok') return endingOf(answer) ?? { ...done, end: 'trouble', reached: answer.kind === 'problem' }
  const entries = readAttention(answer.body)
  if (!entries) return { ...done, end: 'none', reached: false }
  return (await vault.putAttention(entries)).ok ? done : { ...done, end: 'vault' }
}
