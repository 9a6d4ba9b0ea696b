// npm run build: both parts, whether they changed or not.
import { ensureBuilt, ensurePackages, orExit, requireNode } from './prepare.mjs'

await orExit(async () => {
  requireNode()
  await ensurePackages()
  await ensureBuilt({ force: true })
})
