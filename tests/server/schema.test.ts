import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'
import { sqlViolations, tenantTables } from './support/sql-rules.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const shared = ['townships', 'logins', 'rate_counters', 'login_locks', 'sealing_keys', 'migrations']

type Row = Record<string, string>
const ask = async (sql: string): Promise<Row[]> => (await server.owner.query<Row>(sql)).rows

describe('the schema keeps DATABASE.md', () => {
  it('every table is a tenant’s or one of the few shared ones', async () => {
    const tables = await ask("select table_name from information_schema.tables where table_schema = 'public'")
    expect(tables.map((row) => row['table_name']).toSorted()).toEqual([...tenantTables, ...shared].toSorted())
  })

  it('keys and unique indexes of tenant tables begin with the township, and every table has a key', async () => {
    const keys = await ask(`
      select c.relname as table, i.indisprimary as key, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indisunique`)
    expect(keys.filter((row) => !shared.includes(row['table'] ?? '') && row['first'] !== 'township')).toEqual([])
    const withKey = new Set(keys.filter((row) => String(row['key']) === 'true').map((row) => row['table']))
    expect([...tenantTables, ...shared].filter((table) => !withKey.has(table))).toEqual([])
  })

  it('the township is never null', async () => {
    const nullable = await ask(
      "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'township' and is_nullable = 'YES'",
    )
    expect(nullable).toEqual([])
  })

  it('foreign keys stay within the township: first column on both sides, not deferred, no set null, between tenant tables', async () => {
    const keys = await ask(`
      select c.conname, t.relname as of, r.relname as to, a.attname as mine, b.attname as theirs, c.condeferrable as deferrable, c.confdeltype as on_delete
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1] where c.contype = 'f'`)
    expect(keys.length).toBeGreaterThan(2)
    for (const key of keys) {
      expect(key).toMatchObject({ mine: 'township', theirs: 'township', deferrable: false })
      expect(key['on_delete']).not.toBe('n')
      expect(shared).not.toContain(key['of'])
      expect(shared).not.toContain(key['to'])
    }
  })

  it('there are no triggers, rules, row policies, or functions of ours', async () => {
    expect(await ask('select tgname from pg_trigger where not tgisinternal')).toEqual([])
    expect(await ask("select rulename from pg_rules where schemaname = 'public'")).toEqual([])
    expect(await ask("select policyname from pg_policies where schemaname = 'public'")).toEqual([])
    expect(
      await ask(
        "select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'",
      ),
    ).toEqual([])
  })

  it('the app may add to the log and never rewrite it', async () => {
    const grants = await ask(
      "select table_name, privilege_type from information_schema.role_table_grants where grantee = 'gridbook_app'",
    )
    const of = (table: string): string[] =>
      grants
        .filter((row) => row['table_name'] === table)
        .map((row) => row['privilege_type'] ?? '')
        .toSorted()
    expect(of('changes')).toEqual(['INSERT', 'SELECT'])
    expect(of('settlements')).toEqual(['INSERT', 'SELECT'])
    expect(of('change_bodies')).not.toContain('UPDATE')
    await expect(
      server.pool.query('update changes set outcome = $1 where township = $2', [
        'applied',
        '00000000-0000-7000-8000-000000000000',
      ]),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      server.pool.query('delete from changes where township = $1', ['00000000-0000-7000-8000-000000000000']),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(server.pool.query('create table mine (a int)')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the watch over every statement', () => {
  it.each([
    ['select "id" from "records" where "kind" = $1', '4'],
    ['select r.id from records as r join users as u on u.id = r.updated_by where r.township = $1', '4'],
    [
      'select r.id from records as r where r.township = $1 and exists (select 1 from facts as f where f.record_id = r.id)',
      '4',
    ],
    ['update "records" set "township" = $1 where "township" = $2', '5'],
    ['insert into "counters" ("township", "last") values ($1, $2) on conflict do update set "last" = now()', '6'],
    ['insert into counters (township, last) values ($1, (select 1))', '7'],
    ['merge into records using x on true', '7'],
    ['select * from townships', 'select *'],
    ['delete from sessions where township = $1 and expires_at < now()', '6'],
    ['set local lock_timeout = 5', '13'],
  ])('refuses %s', (sql, rule) => {
    expect(sqlViolations(sql).join(' ')).toContain(rule)
  })

  it('lets good ones pass', () => {
    expect(
      sqlViolations(
        'select c.id from changes as c left join users as u on u.township = c.township and u.id = c.by_user where c.township = $1',
      ),
    ).toEqual([])
    expect(
      sqlViolations(
        'insert into "records" ("township", "id") select "township", "id" from jsonb_to_recordset($1::jsonb) as x("township" uuid) on conflict (township, id) do update set "id" = excluded."id"',
      ),
    ).toEqual([])
  })
})
