// npm run build: both parts, whether they changed or not.
import { ensureBuilt, ensurePackages, requireNode } from './prepare.mjs'

requireNode()
await ensurePackages()
await ensureBuilt({ force: true })
