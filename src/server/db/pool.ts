import pg from 'pg'

/**
 * Reads what PostgreSQL sends as what it is: a day stays the text of the day (no zone can move it), a bigint becomes a
 * number where it is exact.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.DATE) return (value: string) => value
    if (oid === pg.types.builtins.INT8) return readBigint
    return pg.types.getTypeParser(oid, format)
  },
}

function readBigint(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`not exact as a number: ${value}`)
  return number
}

/**
 * A pool that survives the database going away: an idle client's error would end the process were nobody listening
 * (FIELD-BUGS: node-postgres#3202). No statement runs longer than `statement_timeout`.
 */
export function openPool(config: pg.ClientConfig, onError: (error: Error) => void, max = 10): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  pool.on('error', onError)
  // In the hands of a query its error is the query's; without a listener it would still end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** SQLSTATEs after which nobody knows whether the statement took: the phone sends the same ids again. */
const lostStates = /^(08|57P|40|53|XX000|25P03)/

/** Whether an error means that the database wasn't there (DATABASE.md 10), so 503 and try again. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/^(ECONN|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)/.test(code)) return true
  if (code !== '') return error instanceof pg.DatabaseError && lostStates.test(code)
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after|not queryable/i.test(
    error.message,
  )
}
