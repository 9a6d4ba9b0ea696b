import type { Migration } from './migration.ts'

/** The keys that phones seal for: the whole county's, each private one sealed with the server's own secret. */
export const sealing: Migration = {
  name: '0006-sealing',
  up: async ({ sharedTable }) => {
    await sharedTable(
      'sealing_keys',
      `key_id text not null,
       public_key text not null,
       private_key text not null,
       created_at timestamptz not null,
       constraint sealing_keys_pkey primary key (key_id)`,
      'select, insert, delete',
    )
  },
}
