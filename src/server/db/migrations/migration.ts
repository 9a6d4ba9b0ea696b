import type pg from 'pg'

/** One step forward of the schema. There is no way back: a mistake is mended by the next step. */
export type Migration = { readonly name: string; readonly up: (step: Step) => Promise<void> }

/** What a migration may do; every statement runs as the owner inside the step's transaction. */
export type Step = {
  readonly run: (sql: string) => Promise<void>
  /** A table whose primary key begins with the township; on Citus it is distributed by it, as DATABASE.md has it. */
  readonly tenantTable: (name: string, columns: string, grants: string) => Promise<void>
  /** A small table of the whole county, without a township in its key. */
  readonly sharedTable: (name: string, columns: string, grants: string) => Promise<void>
}

/** The step over one connection; `distributed` says whether this database is a Citus coordinator. */
export function stepOn(client: pg.ClientBase, distributed: boolean, appRole: string): Step {
  const run = async (sql: string): Promise<void> => void (await client.query(sql))
  const create = async (name: string, columns: string, grants: string, distribute: string): Promise<void> => {
    await run(`create table ${name} (${columns})`)
    if (distributed) await run(distribute)
    if (grants !== '') await run(`grant ${grants} on ${name} to ${appRole}`)
  }
  return {
    run,
    tenantTable: (name, columns, grants) =>
      create(name, columns, grants, `select create_distributed_table('${name}', 'township')`),
    sharedTable: (name, columns, grants) => create(name, columns, grants, `select create_reference_table('${name}')`),
  }
}
