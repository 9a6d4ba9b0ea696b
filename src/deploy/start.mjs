// npm start: from a bare checkout to a running server. Installs what isn't installed, builds what isn't built, then
// becomes the server: imported, not spawned, so that signals, exit code and `kill -9` concern one process only.
import { ensureBuilt, ensurePackages, orExit, requireNode } from './prepare.mjs'

await orExit(async () => {
  requireNode()
  await ensurePackages()
  await ensureBuilt()
})
process.setSourceMapsEnabled(true)
await import(new URL('../../dist/server/main.js', import.meta.url).href)
