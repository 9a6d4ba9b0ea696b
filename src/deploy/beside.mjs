// npm run recount, npm run audit: a program of the server's build that works beside it, also while it runs.
import { ensureBuilt, ensurePackages, orExit, requireNode } from './prepare.mjs'

const program = process.argv[2]
await orExit(async () => {
  requireNode()
  await ensurePackages()
  await ensureBuilt()
})
process.setSourceMapsEnabled(true)
await import(new URL(`../../dist/server/${program}.js`, import.meta.url).href)
