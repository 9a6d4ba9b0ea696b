import type pg from 'pg'
import { quoted, type Shape } from './catalogue.ts'
import type { Cell, Entry } from './format.ts'
import { Refused } from './refused.ts'

/** What one statement takes. */
const rowsAtOnce = 1000
const charactersAtOnce = 4_000_000

/**
 * Loads the rows of a backup within the caller's transaction, in the order in which they stand there, and passes the
 * entries after the last table on. Throws Refused `damaged` for a table or a column that the schema hasn't, and where
 * the counts differ.
 */
export async function* loadTables(
  client: pg.ClientBase,
  entries: AsyncIterable<Entry>,
  shapes: readonly Shape[],
  counts: { readonly [table: string]: number },
): AsyncGenerator<Entry> {
  const loaded: { [table: string]: number } = {}
  let open: OpenTable | null = null
  const close = async (): Promise<void> => {
    if (open) loaded[open.table] = await open.end()
    open = null
  }
  for await (const entry of entries) {
    if (entry.is === 'row') {
      if (open === null) throw new Refused('damaged')
      await (open as OpenTable).add(entry.cells)
      continue
    }
    await close()
    if (entry.is === 'table') {
      if (entry.table in loaded) throw new Refused('damaged', entry.table)
      open = openTable(client, shapes, entry.table, entry.columns)
    } else yield entry
  }
  const tables = [...new Set([...Object.keys(loaded), ...Object.keys(counts)])]
  const other = tables.find((table) => loaded[table] !== counts[table])
  if (other !== undefined) throw new Refused('damaged', other)
}

type OpenTable = {
  readonly table: string
  readonly add: (cells: readonly Cell[]) => Promise<void>
  /** Writes what is left and says how many rows came in all. */
  readonly end: () => Promise<number>
}

function openTable(
  client: pg.ClientBase,
  shapes: readonly Shape[],
  table: string,
  columns: readonly string[],
): OpenTable {
  const shape = shapes.find((one) => one.table === table)
  const types = columns.map((column) => shape?.columns.find(({ name }) => name === column)?.type)
  if (columns.length === 0 || types.includes(undefined)) throw new Refused('damaged', table)
  const list = columns.map(quoted).join(', ')
  const typed = columns.map((column, index) => `x.${quoted(column)}::${types[index]}`).join(', ')
  const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const insert = `insert into ${quoted(table)} (${list}) select ${typed} from unnest(${lists}) as x(${list})`
  let rows: (readonly Cell[])[] = []
  let [characters, count] = [0, 0]
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return
    const done = await client.query(
      insert,
      columns.map((_, index) => rows.map((cells) => cells[index] ?? null)),
    )
    count += done.rowCount ?? 0
    rows = []
    characters = 0
  }
  return {
    table,
    add: async (cells) => {
      if (cells.length !== columns.length) throw new Refused('damaged', table)
      rows.push(cells)
      for (const cell of cells) characters += cell?.length ?? 0
      if (rows.length >= rowsAtOnce || characters >= charactersAtOnce) await flush()
    },
    end: async () => {
      await flush()
      return count
    },
  }
}
