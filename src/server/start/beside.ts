import { type Config, readConfig } from '../config.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { openPool } from '../db/pool.ts'
import { type Connected, connectBeside } from './connect.ts'

/** What a program beside the server does with each township: its lines for the console, and whether all is well. */
export type Work = (
  db: Database,
  township: { readonly id: string; readonly name: string },
) => Promise<{ readonly lines: readonly string[]; readonly ok: boolean }>

/** Runs a program beside the server, which may be running: every township in turn. Ends the process, with 1 where not all is well. */
export const runBeside = (work: Work): Promise<never> =>
  runProgram(async (_config, connected, say) => {
    const pool = openPool(connected.app, () => {}, 1)
    const db = openDatabase(pool)
    let ok = true
    try {
      for (const township of await db.selectFrom('townships').select(['id', 'name']).orderBy('id').execute()) {
        const done = await work(db, township)
        ok &&= done.ok
        for (const line of done.lines) say(line)
      }
    } finally {
      await pool.end()
    }
    return ok
  })

/** Runs a program on the database of the server, which may be running, and ends the process: with 1 and one line where it throws, with 1 where not all is well. */
export async function runProgram(
  work: (config: Config, connected: Connected, say: (line: string) => void) => Promise<boolean>,
): Promise<never> {
  try {
    const config = readConfig(process.env)
    const connected = await connectBeside(config)
    let ok = false
    try {
      ok = await work(config, connected, (line) => console.log(line))
    } finally {
      await connected.stop()
    }
    process.exit(ok ? 0 : 1)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
