import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type Role, roles } from '../../src/domain/access/caller.ts'
import { mayList, mayOpen } from '../../src/domain/access/rights.ts'
import { kinds } from '../../src/domain/kinds/all.ts'
import type { Data } from '../../src/domain/value.ts'
import { insertRows } from '../../src/server/db/insert.ts'
import { mayListClause, mayOpenClause } from '../../src/server/records/scope.ts'
import { recordRow } from '../../src/server/ledger/record-row.ts'
import { makeTownship, newId, startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
let township: string
beforeAll(async () => {
  server = await startTestServer()
  township = await makeTownship(server, '西阳镇')
})
afterAll(() => server.close())

type Made = {
  readonly id: string
  readonly kind: (typeof kinds)[number]
  readonly status: string
  readonly authorId: string
  readonly data: Data
}

/** Every kind in every state, made by either of two accounts, in either of two villages or none, handled by a person or not. */
function everyRecord(
  authors: readonly string[],
  villages: readonly string[],
  people: readonly string[],
): readonly Made[] {
  return kinds.flatMap((kind) =>
    kind.states.flatMap(({ name: status }) =>
      authors.flatMap((authorId) =>
        [...villages, null].flatMap((villageId) =>
          [null, ...people].map((person): Made => ({
            id: newId(),
            kind,
            status,
            authorId,
            data: {
              status,
              ...(villageId ? { villageId } : {}),
              ...(person && kind.handledBy ? { mediators: [person] } : {}),
              ...(person && kind.name === 'mediation' && status === 'draft' ? { judgeId: person } : {}),
            },
          })),
        ),
      ),
    ),
  )
}

it('the where-clauses say of every record, state, role and village what the domain’s rights say', async () => {
  const [me, other] = [newId(), newId()]
  const villages = [newId(), newId()]
  const person = newId()
  const records = everyRecord([me, other], villages, [person, newId()])
  await server.db.transaction().execute((trx) =>
    insertRows(
      trx,
      'records',
      {
        township: 'uuid',
        id: 'uuid',
        kind: 'text',
        status: 'text',
        data: 'jsonb',
        author_id: 'uuid',
        village_id: 'uuid',
        seq: 'bigint',
        version: 'integer',
        readers: 'uuid[]',
        former_readers: 'uuid[]',
        former_villages: 'uuid[]',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
        updated_by: 'uuid',
        search: 'text',
        private_search: 'text',
      },
      records.map((made, index) =>
        recordRow(township, made.kind, {
          ...made,
          kind: made.kind.name,
          number: null,
          seq: index + 1,
          version: 1,
          formerReaders: [],
          formerVillages: [],
          createdAt: '2026-01-01T00:00:00Z',
          updatedAt: '2026-01-01T00:00:00Z',
          updatedBy: made.authorId,
        }),
      ),
    ),
  )
  const sets: (readonly Role[])[] = [...roles.map((role) => [role]), [], ['officer', 'mediator'], ['admin', 'auditor']]
  const callers = sets.flatMap((held) =>
    [[], [villages[0] ?? ''], villages].flatMap((scope) =>
      [person, null].map((personId): Caller => ({ userId: me, township, roles: held, personId, villages: scope })),
    ),
  )
  const held = (made: Made) => ({ authorId: made.authorId, status: made.status, data: made.data })
  for (const caller of callers) {
    const found = async (clause: ReturnType<typeof mayOpenClause>): Promise<string[]> =>
      (
        await sql<{
          id: string
        }>`select r.id from records as r where r.township = ${township} and ${clause} order by r.id`.execute(server.db)
      ).rows.map((row) => row.id)
    const by = (rule: typeof mayOpen): string[] =>
      records
        .filter((made) => rule(caller, made.kind, held(made)))
        .map((made) => made.id)
        .toSorted()
    expect([caller.roles, await found(mayOpenClause(caller))]).toEqual([caller.roles, by(mayOpen)])
    expect([caller.roles, await found(mayListClause(caller))]).toEqual([caller.roles, by(mayList)])
  }
})
