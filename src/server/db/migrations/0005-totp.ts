import type { Migration } from './migration.ts'

/** The second factor of an account, and what holds off who guesses: locks that grow, places that an account knows. */
export const totp: Migration = {
  name: '0005-totp',
  up: async ({ run, sharedTable, tenantTable }) => {
    await run('alter table users add column totp_secret text')
    await run('alter table users add column totp_confirmed boolean not null default false')
    await run('alter table users add column totp_step bigint')
    await sharedTable(
      'login_locks',
      `key text not null,
       failures integer not null,
       since timestamptz not null,
       locks integer not null,
       locked_until timestamptz not null,
       constraint login_locks_pkey primary key (key)`,
      'select, insert, update, delete',
    )
    await run('create index login_locks_by_time on login_locks (since)')
    await tenantTable(
      'login_places',
      `township uuid not null,
       user_id uuid not null,
       place text not null,
       seen_at timestamptz not null,
       constraint login_places_pkey primary key (township, user_id, place)`,
      'select, insert, update, delete',
    )
  },
}
