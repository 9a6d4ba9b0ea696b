/** The tables whose key begins with the township (the catalogue's test holds this list to the schema). */
export const tenantTables = [
  'users',
  'devices',
  'sessions',
  'login_places',
  'changes',
  'change_bodies',
  'waiting',
  'held',
  'settlements',
  'records',
  'facts',
  'counters',
  'attachments',
  'audit',
  'audit_heads',
  'year_entries',
  'year_paragraphs',
  'year_signatures',
] as const

const tableReference = new RegExp(
  String.raw`\b(?:from|join|update|into)\s+"?(${tenantTables.join('|')})"?(?:\s+as\s+"?(\w+)"?)?`,
  'gi',
)

/** Rule 4: every tenant table of the statement has `township = …`, or is joined by it; an insert names it. */
function unboundTables(sql: string): readonly string[] {
  return [...sql.matchAll(tableReference)].flatMap((match) => {
    const [whole, table = '', alias] = match
    if (/^into/i.test(whole)) return /\(\s*"?township"?/i.test(sql.slice(match.index)) ? [] : [table]
    const name = alias ? String.raw`"?${alias}"?\."?township"?` : String.raw`(?:"?${table}"?\.)?"?township"?`
    return new RegExp(String.raw`${name}\s*=|=\s*${name}`, 'i').test(sql) ? [] : [table]
  })
}

/** What a statement does that DATABASE.md forbids; empty where it keeps the rules. */
export function sqlViolations(text: string): readonly string[] {
  const sql = text.replace(/\s+/g, ' ').trim()
  const found: string[] = []
  const rule = (broken: boolean, words: string): void => void (broken && found.push(words))
  rule(/\bmerge\s+into\b/i.test(sql), '7: no MERGE')
  rule(/\bselect\s+(distinct\s+)?\*|"?\w+"?\.\*|\breturning\s+\*/i.test(sql), 'no select *')
  const set = /\b(?:do update|update\s+"?\w+"?(?:\s+as\s+"?\w+"?)?)\s+set\s+(.*)$/i.exec(sql)?.[1] ?? ''
  rule(/(^|,\s*)(?:"?\w+"?\.)?"?township"?\s*=/i.test(set.split(/\bwhere\b/i)[0] ?? ''), '5: no UPDATE sets township')
  const conflict = /\bdo update set\s+(.*)$/i.exec(sql)?.[1] ?? ''
  rule(
    /\b(?!case\b|when\b|then\b|else\b)[a-z_]+\s*\(/i.test(conflict.split(/\breturning\b/i)[0] ?? ''),
    '6: no function in do update set',
  )
  rule(/\(\s*select\b/i.test(conflict), '7: no subquery in do update set')
  rule(/\bvalues\s*\([^)]*\(\s*select\b/i.test(sql), '7: no subquery in VALUES')
  const writes = /^\s*(update|delete)\b/i.test(sql)
  rule(writes && /\b(clock_timestamp|gen_random_uuid|now)\s*\(/i.test(sql), '6: times and ids are parameters')
  rule(/\bisolation level (serializable|repeatable read)/i.test(sql), '9: READ COMMITTED')
  rule(/\block_timeout\b|\bset local\b/i.test(sql), '13: statement_timeout only')
  rule(/\b(grouping sets|rollup)\b/i.test(sql), '15: no GROUPING SETS')
  rule(/\bon constraint\b/i.test(sql), '10: no constraint names')
  for (const table of unboundTables(sql)) found.push(`4: ${table} without its township`)
  return found
}
