// npm run recount: makes the facts anew from the records and compares, also while the server runs.
import { ensureBuilt, ensurePackages, orExit, requireNode } from './prepare.mjs'

await orExit(async () => {
  requireNode()
  await ensurePackages()
  await ensureBuilt()
})
process.setSourceMapsEnabled(true)
await import(new URL('../../dist/server/recount.js', import.meta.url).href)
