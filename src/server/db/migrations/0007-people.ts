import type { Migration } from './migration.ts'

/** Since when an account is disabled, what a device runs and when it last synced, and changes held for a supervisor. */
export const people: Migration = {
  name: '0007-people',
  up: async ({ run, tenantTable }) => {
    await run('alter table users add column disabled_at timestamptz')
    await run('alter table devices add column app_version text')
    await run('alter table devices add column synced_at timestamptz')
    await tenantTable(
      'held',
      `township uuid not null,
       change_id uuid not null,
       by_user uuid not null,
       device_id text,
       body text not null,
       sent_at timestamptz not null,
       kept_at timestamptz not null,
       place integer not null,
       after boolean not null,
       constraint held_pkey primary key (township, change_id)`,
      'select, insert, delete',
    )
    await run('create index held_by_time on held (township, kept_at, place)')
  },
}
