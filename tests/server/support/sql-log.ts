import type pg from 'pg'
import { sqlViolations } from './sql-rules.ts'

const seen = new Set<string>()

/** Holds every statement that a test sends as the app to DATABASE.md: one that breaks a rule fails its test. */
export function watchSql(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]): unknown => {
      check(textOf(args[0]))
      return query(...args)
    }
    client.query = watched as typeof client.query
  })
}

/** The statements that ran so far in this process. */
export const statements = (): readonly string[] => [...seen]

function textOf(first: unknown): string {
  if (typeof first === 'string') return first
  return typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : ''
}

function check(text: string): void {
  if (text === '' || seen.has(text)) return
  seen.add(text)
  const broken = sqlViolations(text)
  if (broken.length > 0) throw new Error(`DATABASE.md ${broken.join('; ')}: ${text}`)
}
