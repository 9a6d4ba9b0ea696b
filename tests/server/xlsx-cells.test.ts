import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, mustBeApplied, type Phone } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'
import { fetchWorkbook, type Workbook } from './support/workbook.ts'

describe('a workbook', () => {
  let town: Town
  let supervisor: Phone
  beforeAll(async () => {
    town = await startTown()
    supervisor = await town.as('supervisor')
  })
  afterAll(() => town.server.close())

  const logged = async (set: Record<string, unknown>): Promise<string> => {
    const made = change('inspection', inspection(town, { date: '2025-05-05', ...set }))
    mustBeApplied(await (await town.as('officer')).push([made]))
    return String(made['recordId'])
  }
  const rowOf = (workbook: Workbook, id: string) =>
    workbook.rows('行政检查').find((row) => row['记录标识'] === id) ?? {}

  it('keeps every text a text: no formula, no number, no date, no character lost', async () => {
    const texts = [
      '=1+1',
      '+86 138',
      '-3',
      '@cmd',
      '007',
      '2025-05-05',
      '1e5',
      'TRUE',
      ' 前后有空格 ',
      '䶮𬍛·阿·买提',
      '<a&"b\'>',
    ]
    const ids = await Promise.all(texts.map((placeName) => logged({ placeName })))
    const workbook = await fetchWorkbook(town.server, supervisor, '/api/reports/2025.xlsx')
    expect(ids.map((id) => rowOf(workbook, id)['地点'])).toEqual(texts)
    const sheets = workbook.names.map((_, index) => workbook.part(`xl/worksheets/sheet${index + 1}.xml`))
    expect(sheets.join('')).not.toContain('<f>')
    expect(workbook.part('xl/styles.xml')).toContain('formatCode="@"')
  })

  it('escapes what the format would read otherwise, and the names that every object has', async () => {
    await logged({ placeName: 'constructor', findings: '一\u0001二 _x0041_ __proto__' })
    await logged({ placeName: '__proto__' })
    const workbook = await fetchWorkbook(town.server, supervisor, '/api/reports/2025.xlsx')
    const shared = workbook.part('xl/sharedStrings.xml')
    expect(shared).toContain('<t>_x0063_onstructor</t>')
    expect(shared).toContain('<t>_x005F__proto__</t>')
    expect(shared).toContain('一_x0001_二 _x005F_x0041_ __proto__')
    const values = workbook.names.flatMap((_, index) =>
      [...workbook.part(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<v>([^<]*)<\/v>/g)].map((match) => match[1]),
    )
    expect(values.filter((value) => !Number.isFinite(Number(value)) || value === '')).toEqual([])
  })

  it('freezes the header and labels every field of the kind once', async () => {
    const workbook = await fetchWorkbook(town.server, supervisor, '/api/reports/2025.xlsx')
    const sheet = workbook.names.indexOf('行政检查') + 1
    expect(workbook.part(`xl/worksheets/sheet${sheet}.xml`)).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/)
    const header = workbook.header('行政检查')
    expect(new Set(header).size).toBe(header.length)
    expect(header).toEqual(expect.arrayContaining(['编号', '状态', '检查日期', '审批：审批号', '照片（张）', '拒签']))
  })

  it('tells a linked record that its reader may not list like one that isn’t there', async () => {
    const elsewhere = change('inspection', inspection(town, { villageId: town.villageB, enterpriseId: null }))
    mustBeApplied(await supervisor.push([elsewhere]))
    const found = {
      status: 'found',
      origin: 'safety',
      placeName: '仓库',
      villageId: town.villageA,
      foundOn: '2025-06-06',
      grade: 'general',
      category: 'fire',
      description: '通道堵塞',
      measures: '清理',
      deadline: '2025-07-01',
    }
    const [there, gone] = [
      change('hazard', { ...found, inspectionId: elsewhere['recordId'] }),
      change('hazard', { ...found, inspectionId: '019429cc-0000-7000-8000-000000000000' }),
    ]
    mustBeApplied(await supervisor.push([there, gone]))
    const seenBy = async (phone: Phone) =>
      (await fetchWorkbook(town.server, phone, '/api/reports/2025.xlsx')).rows('隐患').map((row) => row['来自检查'])
    expect(await seenBy(await town.as('officer'))).toEqual(['查不到', '查不到'])
    expect(await seenBy(supervisor)).toEqual([expect.stringContaining('综检〔'), '查不到'])
  })

  it('shows a signed year’s figures as they were signed, what has moved beside them', async () => {
    expect((await supervisor.send('POST', '/api/years/2025/sign')).status).toBe(200)
    const before = (await fetchWorkbook(town.server, supervisor, '/api/reports/2025.xlsx'))
      .rows('指标')
      .find((row) => row['指标编号'] === 'safety-inspections')
    await logged({ date: '2025-08-08' })
    const after = (await fetchWorkbook(town.server, supervisor, '/api/reports/2025.xlsx'))
      .rows('指标')
      .find((row) => row['指标编号'] === 'safety-inspections')
    expect(after).toMatchObject({ 数值: before?.['数值'], 签定后更正为: Number(before?.['数值']) + 1 })
    await supervisor.send('DELETE', '/api/years/2025/sign')
  })

  it('is a mediator’s with his own cases whole once he says why', async () => {
    const mediator = await town.as('mediator')
    mustBeApplied(await mediator.push([change('mediation', mediation(town, { acceptedOn: '2025-02-02' }))]))
    const asked = (query: string) => fetchWorkbook(town.server, mediator, `/api/reports/2025.xlsx${query}`)
    expect((await asked('')).rows('调解')[0]?.['当事人']).toBe('张*（甲方）；李*（乙方）')
    expect((await asked('?reason=%E6%8A%A5%E9%80%81')).rows('调解')[0]?.['当事人']).toBe(
      '张三（甲方，电话 13812341234）；李四（乙方）',
    )
  })

  it.each([
    ['2025.xlsx?from=2025-02-30&to=2025-03-01', '/querystring/from'],
    ['2025.xlsx?from=2025-03-02&to=2025-03-01', '/querystring/to'],
    ['2025.xlsx?from=2025-03-02', '/querystring/to'],
    ['2025.xlsx?to=2025-03-02', '/querystring/from'],
    ['2025.xlsx?from=2024-12-31&to=2025-03-01', '/querystring/from'],
    ['2025.xlsx?from=yesterday&to=2025-03-01', '/querystring/from'],
    ['abcd.xlsx', '/params/year'],
  ])('of %s is refused at its field', async (path, field) => {
    const refused = await supervisor.get(`/api/reports/${path}`)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ code: 'badRequest', errors: [{ path: field }] })
  })

  it('takes no more at once than is read, and says to shorten the period', async () => {
    const id = await logged({ date: '2024-05-05' })
    await town.server.owner.query(
      `insert into records select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'seq', 1000000 + n, 'number', null))).*
        from records as r, generate_series(1, 20000) as n where r.id = $1`,
      [id],
    )
    const refused = await supervisor.get('/api/reports/2024.xlsx')
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toMatchObject([{ path: '/querystring/to', code: 'outOfRange' }])
    expect(refused.body.errors[0].message).toContain('20000')
    expect((await supervisor.get('/api/reports/2024.xlsx?from=2024-05-06&to=2024-12-31')).status).toBe(200)
    await town.server.owner.query('delete from records where seq > 1000000')
  })

  it('is nobody’s without a session, and no auditor’s', async () => {
    expect((await town.server.app.inject({ url: '/api/reports/2025.xlsx' })).statusCode).toBe(401)
    expect((await (await town.as('auditor')).get('/api/reports/2025.xlsx')).body.code).toBe('notAllowed')
  })
})
