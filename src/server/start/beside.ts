import { readConfig } from '../config.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { openPool } from '../db/pool.ts'
import { connectBeside } from './connect.ts'

/** What a program beside the server does with each township: its lines for the console, and whether all is well. */
export type Work = (
  db: Database,
  township: { readonly id: string; readonly name: string },
) => Promise<{ readonly lines: readonly string[]; readonly ok: boolean }>

/** Runs a program beside the server, which may be running: every township in turn. Ends the process, with 1 where not all is well. */
export async function runBeside(work: Work): Promise<never> {
  try {
    const connected = await connectBeside(readConfig(process.env))
    const pool = openPool(connected.app, () => {}, 1)
    const db = openDatabase(pool)
    let ok = true
    try {
      for (const township of await db.selectFrom('townships').select(['id', 'name']).orderBy('id').execute()) {
        const done = await work(db, township)
        ok &&= done.ok
        for (const line of done.lines) console.log(line)
      }
    } finally {
      await pool.end()
      await connected.stop()
    }
    process.exit(ok ? 0 : 1)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
