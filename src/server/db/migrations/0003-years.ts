import type { Migration } from './migration.ts'

/** Append-only: what was typed or signed before stays beside what holds now, the highest `n`. */
const appendOnly = 'select, insert'

/** A year beside its records: what is typed for it, the report's paragraphs, its signature. */
export const years: Migration = {
  name: '0003-years',
  up: async ({ run, tenantTable }) => {
    await run('alter table townships add column definitions text')
    await run('alter table townships add column revision bigint not null default 0')
    await tenantTable(
      'year_entries',
      `township uuid not null,
       year integer not null,
       figure_id text not null,
       n integer not null,
       value numeric not null,
       source text not null,
       by_user uuid not null,
       entered_at timestamptz not null,
       constraint year_entries_pkey primary key (township, year, figure_id, n)`,
      appendOnly,
    )
    await tenantTable(
      'year_paragraphs',
      `township uuid not null,
       year integer not null,
       section text not null,
       n integer not null,
       content text not null,
       by_user uuid not null,
       written_at timestamptz not null,
       constraint year_paragraphs_pkey primary key (township, year, section, n)`,
      appendOnly,
    )
    await tenantTable(
      'year_signatures',
      `township uuid not null,
       year integer not null,
       n integer not null,
       signed boolean not null,
       by_user uuid not null,
       signed_at timestamptz not null,
       seq bigint not null,
       hash text,
       figures jsonb,
       definitions text,
       constraint year_signatures_pkey primary key (township, year, n)`,
      appendOnly,
    )
  },
}
