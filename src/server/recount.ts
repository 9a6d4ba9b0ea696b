import { readConfig } from './config.ts'
import { openDatabase } from './db/database.ts'
import { openPool } from './db/pool.ts'
import { compareFacts, recount } from './ledger/recount.ts'
import { connectBeside } from './start/connect.ts'
import { recountLines } from './start/say.ts'

/**
 * `npm run recount`: makes every township's facts anew from its records, while the server runs, and says that they are
 * equal, or where not (then the exit code is 1). With `--write` those made anew are kept.
 */
async function run(): Promise<number> {
  const connected = await connectBeside(readConfig(process.env))
  const pool = openPool(connected.app, () => {}, 1)
  const db = openDatabase(pool)
  let differing = 0
  try {
    for (const { id, name } of await db.selectFrom('townships').select(['id', 'name']).orderBy('id').execute()) {
      const found = await db.transaction().execute(async (trx) => {
        const compared = await compareFacts(trx, id)
        if (compared.differences.length > 0 && process.argv.includes('--write')) await recount(trx, id)
        return compared
      })
      differing += found.differences.length
      for (const line of recountLines(name, found)) console.log(line)
    }
  } finally {
    await pool.end()
    await connected.stop()
  }
  return differing === 0 ? 0 : 1
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  },
)
