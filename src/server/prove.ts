import { proveAudit, proveChanges } from './audit/prove.ts'
import { runBeside } from './start/beside.ts'
import { proofLine } from './start/say.ts'

/**
 * `npm run audit`: proves both chains of every township, that of its changes and that of what people did and saw, and
 * names the first broken link (then the exit code is 1).
 */
await runBeside(async (db, { id, name }) => {
  const [changes, audit] = [await proveChanges(db, id), await proveAudit(db, id)]
  return {
    lines: [proofLine(name, '变更 changes', changes), proofLine(name, '审计 audit', audit)],
    ok: changes.broken === null && audit.broken === null,
  }
})
