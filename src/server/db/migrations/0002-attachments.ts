import type { Migration } from './migration.ts'

/** The files that records name by their hash; what they hold lies in the store of attachments. */
export const attachments: Migration = {
  name: '0002-attachments',
  up: async ({ run, tenantTable }) => {
    await tenantTable(
      'attachments',
      `township uuid not null,
       hash text not null,
       type text not null,
       size integer not null,
       by_user uuid not null,
       record_id uuid,
       created_at timestamptz not null,
       constraint attachments_pkey primary key (township, hash)`,
      'select, insert, delete',
    )
    // Which records hold a file: asked whenever one is opened.
    await run("create index records_files on records using gin (jsonb_path_query_array(data, '$.*[*].hash'))")
  },
}
