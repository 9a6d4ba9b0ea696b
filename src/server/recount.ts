import { compareFacts, recount } from './ledger/recount.ts'
import { runBeside } from './start/beside.ts'
import { recountLines } from './start/say.ts'

/**
 * `npm run recount`: makes every township's facts anew from its records, while the server runs, and says that they are
 * equal, or where not (then the exit code is 1). With `--write` those made anew are kept.
 */
await runBeside(async (db, { id, name }) => {
  const found = await db.transaction().execute(async (trx) => {
    const compared = await compareFacts(trx, id)
    if (compared.differences.length > 0 && process.argv.includes('--write')) await recount(trx, id)
    return compared
  })
  return { lines: recountLines(name, found), ok: found.differences.length === 0 }
})
