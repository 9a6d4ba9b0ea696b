import type { Migration } from './migration.ts'

/** When a township came out of a backup: what was accepted and numbered after the backup lies on phones alone (DESIGN.md 5). */
export const restored: Migration = {
  name: '0008-restored',
  up: async ({ run }) => {
    await run('alter table townships add column restored_at timestamptz')
  },
}
