import type { Migration } from './migration.ts'

const readWrite = 'select, insert, update, delete'
/** Append-only is a grant, not a trigger (DATABASE.md 12): the app may add and read, never rewrite. */
const appendOnly = 'select, insert'

/** The ledger: changes and their bodies, records, facts, official numbers; accounts and sessions. */
export const ledger: Migration = {
  name: '0001-ledger',
  up: async ({ run, tenantTable, sharedTable }) => {
    await sharedTable(
      'townships',
      `id uuid not null,
       name text not null,
       seq bigint not null default 0,
       head_hash text not null,
       demo boolean not null default false,
       created_at timestamptz not null,
       constraint townships_pkey primary key (id)`,
      'select, insert, update',
    )
    await sharedTable(
      'logins',
      `username text not null,
       township uuid not null,
       user_id uuid not null,
       constraint logins_pkey primary key (username)`,
      readWrite,
    )
    await sharedTable(
      'rate_counters',
      `key text not null,
       count integer not null,
       until timestamptz not null,
       constraint rate_counters_pkey primary key (key)`,
      readWrite,
    )
    await tenantTable(
      'users',
      `township uuid not null,
       id uuid not null,
       username text not null,
       name text not null,
       roles text[] not null,
       person_id uuid,
       villages uuid[],
       password_hash text not null,
       must_change_password boolean not null default false,
       disabled boolean not null default false,
       created_at timestamptz not null,
       constraint users_pkey primary key (township, id)`,
      readWrite,
    )
    await tenantTable(
      'devices',
      `township uuid not null,
       id text not null,
       user_id uuid not null,
       name text,
       seen_at timestamptz not null,
       revoked_at timestamptz,
       constraint devices_pkey primary key (township, id),
       constraint devices_user foreign key (township, user_id) references users (township, id)`,
      readWrite,
    )
    await tenantTable(
      'sessions',
      `township uuid not null,
       token_hash text not null,
       user_id uuid not null,
       device_id text,
       created_at timestamptz not null,
       expires_at timestamptz not null,
       constraint sessions_pkey primary key (township, token_hash),
       constraint sessions_user foreign key (township, user_id) references users (township, id) on delete cascade`,
      readWrite,
    )
    await tenantTable(
      'changes',
      `township uuid not null,
       seq bigint not null,
       id uuid not null,
       record_id uuid,
       kind text,
       by_user uuid not null,
       device_id text,
       made_at text,
       accepted_at timestamptz not null,
       outcome text not null,
       version integer,
       number text,
       problems jsonb,
       warnings jsonb,
       resolves uuid,
       digest text not null,
       hash text not null,
       constraint changes_pkey primary key (township, seq),
       constraint changes_once unique (township, id)`,
      appendOnly,
    )
    await run('create index changes_of_record on changes (township, record_id, seq)')
    await run("create index changes_open on changes (township, by_user, seq) where outcome in ('conflict', 'rejected')")
    await tenantTable(
      'change_bodies',
      `township uuid not null,
       change_id uuid not null,
       body text not null,
       salt text not null,
       fields jsonb,
       constraint change_bodies_pkey primary key (township, change_id),
       constraint change_bodies_change foreign key (township, change_id) references changes (township, id)`,
      'select, insert, delete',
    )
    await tenantTable(
      'waiting',
      `township uuid not null,
       change_id uuid not null,
       record_id uuid not null,
       by_user uuid not null,
       device_id text,
       sent_at timestamptz not null,
       kept_at timestamptz not null,
       place integer not null,
       body text not null,
       constraint waiting_pkey primary key (township, change_id)`,
      'select, insert, delete',
    )
    await run('create index waiting_of_record on waiting (township, record_id)')
    await tenantTable(
      'settlements',
      `township uuid not null,
       change_id uuid not null,
       settled_by uuid not null,
       settled_at timestamptz not null,
       constraint settlements_pkey primary key (township, change_id)`,
      appendOnly,
    )
    await tenantTable(
      'records',
      `township uuid not null,
       id uuid not null,
       kind text not null,
       status text not null,
       number text,
       data jsonb not null,
       author_id uuid not null,
       main_date text collate "C",
       village_id uuid,
       seq bigint not null,
       version integer not null,
       readers uuid[] not null,
       former_readers uuid[] not null,
       former_villages uuid[] not null,
       created_at timestamptz not null,
       updated_at timestamptz not null,
       updated_by uuid not null,
       search text not null,
       private_search text not null,
       constraint records_pkey primary key (township, id)`,
      readWrite,
    )
    await run('create index records_by_seq on records (township, seq)')
    await run('create index records_by_date on records (township, kind, main_date desc, seq desc)')
    await run("create index records_duties on records (township, (data ->> 'personId')) where kind = 'duty'")
    await run('create unique index records_number on records (township, kind, number) where number is not null')
    await tenantTable(
      'facts',
      `township uuid not null,
       record_id uuid not null,
       measure text not null,
       n integer not null,
       kind text not null,
       subject text,
       on_day text collate "C",
       until_day text collate "C",
       village_id uuid,
       people uuid[] not null,
       amount bigint not null,
       constraint facts_pkey primary key (township, record_id, measure, n),
       constraint facts_record foreign key (township, record_id) references records (township, id)`,
      readWrite,
    )
    await run('create index facts_by_day on facts (township, measure, on_day)')
    await tenantTable(
      'counters',
      `township uuid not null,
       kind text not null,
       year integer not null,
       last integer not null,
       constraint counters_pkey primary key (township, kind, year)`,
      'select, insert, update',
    )
  },
}
