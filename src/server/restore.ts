import { join, resolve } from 'node:path'
import { fileAttachments } from './attachments/store.ts'
import { restoreBackup } from './backup/restore.ts'
import { runProgram } from './start/beside.ts'
import { asOwner } from './start/connect.ts'
import { restoreLines, withProgress } from './start/say.ts'

const [file, ...more] = process.argv.slice(2)
if (!file || file.startsWith('-') || more.length > 0) {
  console.error('用法 · usage: npm run restore -- FILE')
  process.exit(1)
}

/** `npm run restore -- FILE`: restores a backup into an empty database, and refuses any other. The exit code is 1 where it did. */
await runProgram(async (config, connected, say) => {
  const whole = await withProgress(say, '恢复', 'restoring', () =>
    asOwner(connected, (client) =>
      restoreBackup(
        {
          client,
          attachments: fileAttachments(join(config.dataDir, 'attachments')),
          dataDir: config.dataDir,
          givenSecret: config.secret,
          now: Date.now(),
        },
        resolve(process.env['INIT_CWD'] ?? '.', file),
      ),
    ),
  )
  for (const line of restoreLines(whole, connected.place)) say(line)
  return true
})
