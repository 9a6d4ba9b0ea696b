import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenLink } from '../../src/server/ledger/chain.ts'
import { recount } from '../../src/server/ledger/recount.ts'
import { change, newId, type Phone } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'

let town: Town
let officer: Phone
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
})
afterAll(() => town.server.close())

const results = async (phone: Phone, changes: readonly unknown[]) => (await phone.push(changes)).body.results

describe('once', () => {
  it('the same change gets the same answer and counts once, also when ten arrive at once', async () => {
    const made = change('inspection', inspection(town, { date: '2025-05-05' }))
    const answers = await Promise.all(Array.from({ length: 10 }, () => results(officer, [made])))
    expect(answers.every((answer) => answer[0].outcome === 'applied')).toBe(true)
    expect(new Set(answers.map((answer) => JSON.stringify(answer[0]))).size).toBe(1)
    expect(answers[0]?.[0].number).toBe('西阳综检〔2025〕1号')
    const { body } = await officer.get('/api/figures?year=2025')
    expect(body.figures.find((figure: { id: string }) => figure.id === 'safety-inspections').value).toBe(1)
  })

  it('also twice within one batch, and with its keys in another order', async () => {
    const made = change('inspection', inspection(town))
    const turned = Object.fromEntries(Object.entries(made).toReversed())
    const answers = await results(officer, [made, turned])
    expect(answers[1]).toEqual(answers[0])
  })

  it('a rejected one gets the same answer, problems included', async () => {
    const made = change('inspection', inspection(town, { placeName: null, date: '2125-01-01' }))
    const [first] = await results(officer, [made])
    expect(first.outcome).toBe('rejected')
    expect(await results(officer, [made])).toEqual([first])
  })

  it('another body or author under the same id is told nothing', async () => {
    const made = change('inspection', inspection(town))
    await officer.push([made])
    const other = { ...made, set: { ...inspection(town), findings: '别的' } }
    const expected = { changeId: made['id'], recordId: made['recordId'], outcome: 'rejected', version: null }
    const [reused] = await results(officer, [other])
    expect(reused).toMatchObject({ ...expected, problems: [{ path: '/id', code: 'idReused' }] })
    const [foreign] = await results(await town.as('officer2'), [made])
    expect(foreign).toMatchObject({ ...expected, problems: [{ path: '/id', code: 'idReused' }] })
    expect(Object.keys(foreign)).not.toContain('number')
  })
})

describe('an edit that comes before its record', () => {
  it('waits, and is judged when the record arrives, within the same push', async () => {
    const made = change('inspection', inspection(town))
    const edit = change(
      'inspection',
      { findings: '后改' },
      { recordId: made['recordId'], was: { findings: '消防通道畅通' } },
    )
    const again = change('inspection', { findings: '再改' }, { recordId: made['recordId'], was: { findings: '后改' } })
    const [first, second] = await results(officer, [edit, again])
    expect([first, second]).toMatchObject([{ outcome: 'waiting', version: null }, { outcome: 'waiting' }])
    expect(await results(officer, [edit])).toMatchObject([{ outcome: 'waiting' }])
    expect(await results(officer, [made])).toMatchObject([{ outcome: 'applied', version: 1 }])
    expect(await results(officer, [edit, again])).toMatchObject([
      { outcome: 'applied', version: 2 },
      { outcome: 'applied', version: 3 },
    ])
    expect((await officer.get(`/api/records/${made['recordId']}`)).body.data.findings).toBe('再改')
  })

  it('somebody else’s waiting id can’t be taken', async () => {
    const edit = change('inspection', { findings: 'x' }, { was: { findings: null } })
    await officer.push([edit])
    expect(await results(await town.as('officer2'), [edit])).toMatchObject([
      { outcome: 'rejected', problems: [{ code: 'idReused' }] },
    ])
  })
})

describe('the log', () => {
  it('numbers every judged change without a gap, and its chain holds', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        officer.push([
          change('inspection', inspection(town)),
          null,
          change('inspection', {}),
          change('nothing', { a: 1 }),
        ]),
      ),
    )
    const { rows } = await town.server.owner.query(
      'select seq::int, id, outcome, digest, hash from changes where township = $1 order by seq',
      [town.township],
    )
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    expect(brokenLink(town.township, rows)).toBeNull()
    expect(
      brokenLink(
        town.township,
        rows.map((row, index) => (index === 5 ? { ...row, outcome: 'conflict' } : row)),
      ),
    ).toBe(6)
    const head = (await officer.push([])).body.head
    expect(head).toEqual({ seq: rows.length, hash: rows.at(-1)?.hash })
  })

  it('gives each year and kind gapless numbers, none to drafts and none twice', async () => {
    const drafts = change('inspection', inspection(town, { status: 'draft', date: '2024-02-01' }))
    const [draft] = await results(officer, [drafts])
    expect(draft.number).toBeUndefined()
    const refused = change('inspection', inspection(town, { date: '2024-02-01', placeName: null }))
    const made = Array.from({ length: 5 }, () => change('inspection', inspection(town, { date: '2024-02-01' })))
    await Promise.all(made.map((one) => officer.push([one, refused])))
    const submit = change(
      'inspection',
      { status: 'submitted' },
      { recordId: drafts['recordId'], was: { status: 'draft' } },
    )
    expect((await results(officer, [submit]))[0].number).toBe('西阳综检〔2024〕6号')
    const { rows } = await town.server.owner.query("select number from records where number like '%2024%'")
    expect(rows.map((row) => row.number).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `西阳综检〔2024〕${n}号`))
    const moved = change(
      'inspection',
      { date: '2025-02-01' },
      { recordId: drafts['recordId'], was: { date: '2024-02-01' } },
    )
    expect((await results(officer, [moved]))[0].number).toBe('西阳综检〔2024〕6号')
  })

  it('facts are those of a rebuild', async () => {
    const facts = async (): Promise<unknown[]> =>
      (
        await town.server.owner.query(
          'select record_id, measure, n, subject, on_day, until_day, village_id, people, amount from facts order by 1, 2, 3',
        )
      ).rows
    const before = await facts()
    expect(before.length).toBeGreaterThan(10)
    await town.server.db.transaction().execute((trx) => recount(trx, town.township))
    expect(await facts()).toEqual(before)
  })

  it('a body can be erased, with its salt, and the chain still holds; the same change still gets its answer', async () => {
    const made = change('inspection', inspection(town))
    const [first] = await results(officer, [made])
    await town.server.pool.query('delete from change_bodies where township = $1 and change_id = $2', [
      town.township,
      made['id'],
    ])
    const { rows } = await town.server.owner.query(
      'select seq::int, id, outcome, digest, hash from changes where township = $1 order by seq',
      [town.township],
    )
    expect(brokenLink(town.township, rows)).toBeNull()
    expect(await results(officer, [made])).toEqual([first])
    expect((await officer.get(`/api/records/${made['recordId']}/history`)).body.items[0]).toMatchObject({
      changeId: made['id'],
      set: {},
    })
  })

  it('a change that breaks inside fails alone, its neighbours are in', async () => {
    // A constraint that only this record breaks stands for whatever the database may refuse.
    const broken = newId()
    await town.server.owner.query(`alter table records add constraint trap check (id <> '${broken}')`)
    const [before, bad, after] = [
      change('inspection', inspection(town)),
      change('inspection', inspection(town), { recordId: broken }),
      change('inspection', inspection(town)),
    ]
    const answers = await results(officer, [before, bad, after])
    expect(answers.map((answer: { outcome: string }) => answer.outcome)).toEqual(['applied', 'failed', 'applied'])
    await town.server.owner.query('alter table records drop constraint trap')
    expect((await results(officer, [bad]))[0].outcome).toBe('applied')
    const { rows } = await town.server.owner.query(
      'select seq::int, id, outcome, digest, hash from changes where township = $1 order by seq',
      [town.township],
    )
    expect(brokenLink(town.township, rows)).toBeNull()
  })
})
