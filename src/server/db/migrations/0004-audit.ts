import type { Migration } from './migration.ts'

/** Who saw, exported, changed what beside the ledger: append-only, on a chain of its own, one a township. */
export const audit: Migration = {
  name: '0004-audit',
  up: async ({ run, tenantTable }) => {
    await tenantTable(
      'audit',
      `township uuid not null,
       n bigint not null,
       at timestamptz not null,
       by_user uuid,
       device_id text,
       action text not null,
       subject text,
       detail jsonb not null,
       hash text not null,
       constraint audit_pkey primary key (township, n)`,
      'select, insert',
    )
    await run('create index audit_by_time on audit (township, at)')
    await tenantTable(
      'audit_heads',
      `township uuid not null,
       n bigint not null,
       hash text not null,
       constraint audit_heads_pkey primary key (township)`,
      'select, insert, update',
    )
  },
}
