// npm run recount, audit, backup, restore: a program of the server's build that works beside it, also while it runs.
import { ensureBuilt, ensurePackages, orExit, requireNode } from './prepare.mjs'

// Taken out: what follows is the program's own, as when it is run without this.
const [program] = process.argv.splice(2, 1)
await orExit(async () => {
  requireNode()
  await ensurePackages()
  await ensureBuilt()
})
process.setSourceMapsEnabled(true)
await import(new URL(`../../dist/server/${program}.js`, import.meta.url).href)
