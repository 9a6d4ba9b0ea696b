import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

/** Where every statement that the suite ran through the app's pool is kept, for the test that reads them. */
export const sqlLog = fileURLToPath(new URL('../../../.cache/sql-ran.jsonl', import.meta.url))

const seen = new Set<string>()

/** Writes down each statement once a process. */
export function recordSql(pool: pg.Pool): void {
  mkdirSync(dirname(sqlLog), { recursive: true })
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const wrapped = (...args: unknown[]): unknown => {
      const first = args[0]
      const text =
        typeof first === 'string'
          ? first
          : typeof first === 'object' && first !== null && 'text' in first
            ? String(first.text)
            : ''
      if (text !== '' && !seen.has(text)) {
        seen.add(text)
        appendFileSync(sqlLog, `${JSON.stringify(text)}\n`)
      }
      return query(...args)
    }
    client.query = wrapped as typeof client.query
  })
}
