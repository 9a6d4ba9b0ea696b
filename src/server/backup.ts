import { join, resolve } from 'node:path'
import { fileAttachments } from './attachments/store.ts'
import { takeBackup } from './backup/take.ts'
import { storedSecret } from './secrets.ts'
import { runProgram } from './start/beside.ts'
import { asOwner } from './start/connect.ts'
import { backupLines, withProgress } from './start/say.ts'
import { versionOf } from './start/version.ts'

const [folder, ...more] = process.argv.slice(2)
if (folder?.startsWith('-') || more.length > 0) {
  console.error('用法 · usage: npm run backup -- FOLDER')
  process.exit(1)
}

/**
 * `npm run backup -- FOLDER`: writes a whole backup of records, attachments and keys into a folder (`DATA_DIR/backups`
 * where none is named), while the server runs. The exit code is 1 where it failed, or attachments are missing in it.
 */
await runProgram(async (config, connected, say) => {
  const taken = await withProgress(say, '备份', 'backing up', () =>
    asOwner(connected, (client) =>
      takeBackup(
        {
          client,
          attachments: fileAttachments(join(config.dataDir, 'attachments')),
          secret: config.secret === null ? storedSecret(config.dataDir) : null,
          version: versionOf(import.meta.url),
          now: Date.now(),
        },
        // npm runs it at the top of the repository; a path is meant from where the person stands.
        folder ? resolve(process.env['INIT_CWD'] ?? '.', folder) : join(config.dataDir, 'backups'),
      ),
    ),
  )
  for (const line of backupLines(taken)) say(line)
  return taken.missing.length === 0
})
