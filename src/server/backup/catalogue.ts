import type pg from 'pg'
import { Refused } from './refused.ts'

/** A table with its columns in order, each with its PostgreSQL type. */
export type Shape = { readonly table: string; readonly columns: readonly { name: string; type: string }[] }

/** What stays out of a backup, and why; every other table is in, also one that nobody thought of. */
export const leftOut: { readonly [table: string]: string } = {
  migrations: 'the schema’s own: the header names them, and the restore takes them anew',
  sessions: 'whoever reads a backup must not be signed in by it; people log in again',
  rate_counters: 'of the last minutes only',
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The tables of the schema as the catalogue has them, parents before the children that refer to them. */
export async function shapesOf(client: pg.ClientBase): Promise<readonly Shape[]> {
  const columns = await client.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and not exists (
       select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname, a.attnum`,
  )
  const shapes = new Map<string, { name: string; type: string }[]>()
  for (const { table, name, type } of columns.rows) {
    const shape = shapes.get(table) ?? []
    shapes.set(table, [...shape, { name, type }])
  }
  return (await parentsFirst(client, [...shapes.keys()])).map((table) => ({ table, columns: shapes.get(table) ?? [] }))
}

async function parentsFirst(client: pg.ClientBase, tables: readonly string[]): Promise<readonly string[]> {
  const keys = await client.query<{ child: string; parent: string }>(
    `select distinct t.relname as child, r.relname as parent from pg_constraint c
     join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
     where c.contype = 'f' and c.conrelid <> c.confrelid`,
  )
  const ordered: string[] = []
  while (ordered.length < tables.length) {
    const isFree = (table: string): boolean =>
      !keys.rows.some(({ child, parent }) => child === table && tables.includes(parent) && !ordered.includes(parent))
    const free = tables.filter((table) => !ordered.includes(table) && isFree(table))
    if (free.length === 0) throw new Refused('circle')
    ordered.push(...free)
  }
  return ordered
}
