import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../src/domain/kinds/all.ts'
import { isTyped } from '../../src/domain/report/figure.ts'
import { figures } from '../../src/domain/report/figures.ts'
import { reportFigures } from '../support/report-figures.ts'
import { loadDemo } from '../../src/server/demo/load.ts'
import { type Phone, signIn, startTestServer, type TestServer } from './support/server.ts'
import { fetchWorkbook, type Workbook } from './support/workbook.ts'

const kindNames = new Map(kinds.map((kind) => [kind.label.zh, kind.name]))

describe('the workbook of the demo year', () => {
  let server: TestServer
  let supervisor: Phone
  let year: Workbook
  beforeAll(async () => {
    server = await startTestServer()
    await loadDemo({ db: server.db, clock: () => server.clock.now })
    supervisor = await signIn(server, 'supervisor')
    year = await fetchWorkbook(server, supervisor, '/api/reports/2025.xlsx')
  }, 120_000)
  afterAll(() => server.close())

  it('has every figure of the report, in its order, as numbers', () => {
    const rows = year.rows('指标')
    expect(rows.map((row) => [row['指标编号'], row['数值'], row['单位']])).toEqual(
      reportFigures.map(({ id, value, unit }) => [id, value, unit]),
    )
    const row = rows.find((one) => one['指标编号'] === 'administrative-dispute-resolution-rate')
    expect(row).toMatchObject({
      报告部分: '一（三）府院联动',
      分子: 11,
      分母: 13,
      上年同期: 72.7,
      同比: 11.9,
      同比单位: '个百分点',
      来源: '台账记录',
      签定后更正为: null,
    })
    for (const figure of figures)
      expect(rows.find((one) => one['指标编号'] === figure.id)?.['口径']).toBe(figure.definition.zh)
  })

  it('says who typed what no record gives, and from where', () => {
    for (const { id } of figures.filter(({ expression }) => isTyped(expression)))
      expect(year.rows('指标').find((row) => row['指标编号'] === id)?.['来源']).toMatch(/.+（.+ \d{4}-\d\d-\d\d 填）$/)
    const plan = year.rows('指标').find((row) => row['指标编号'] === 'planned-study-sessions')
    expect(plan?.['进展']).toMatch(/^2026年已 \d+ 次 \/ 计划 4 次$/)
  })

  it('counts as many receipts as the API shows', async () => {
    const counted = new Map(year.rows('指标').map((row) => [row['指标编号'], row['凭据数']]))
    for (const { id } of figures) {
      const { body } = await supervisor.get(`/api/figures/${id}/records?year=2025`)
      expect([id, counted.get(id)]).toEqual([id, body.total])
    }
  })

  it('has a sheet for each kind, with all its records of the year as the list has them', async () => {
    const sheets = year.names.slice(1, -1)
    expect([year.names[0], year.names.at(-1)]).toEqual(['指标', '说明'])
    expect(sheets.length).toBeGreaterThan(35)
    for (const sheet of sheets) {
      const kind = kinds.find((one) => one.name === kindNames.get(sheet))
      if (kind?.group !== 'case') continue
      const { body } = await supervisor.get(`/api/records?kind=${kind.name}&from=2025-01-01&to=2025-12-31`)
      expect([sheet, year.rows(sheet).length]).toEqual([sheet, body.total])
    }
    const villages = await supervisor.get('/api/records?kind=village')
    expect(
      year
        .rows('村')
        .map((row) => row['名称'])
        .toSorted(),
    ).toEqual(villages.body.items.map((one: { data: { name: string } }) => one.data.name).toSorted())
  })

  it('shows people, villages and choices by their words, days as days, oldest first', () => {
    const rows = year.rows('行政检查')
    const submitted = rows.filter((row) => row['状态'] === '已提交')
    expect(submitted.length).toBeGreaterThan(300)
    for (const row of submitted) {
      expect(row['编号']).toMatch(/^西阳综检〔2025〕\d+号$/)
      expect(row['检查日期']).toMatch(/^2025-\d\d-\d\d$/)
      expect(row['检查人员']).toMatch(/^[㐀-鿿]{2,4}(、[㐀-鿿]{2,4})+$/)
      expect(String(row['村'])).not.toMatch(/[0-9a-f]{8}-/)
    }
    const days = rows.map((row) => String(row['检查日期']))
    expect(days).toEqual(days.toSorted())
  })

  it('has money as numbers that add up to the figure, identifiers as texts', () => {
    const paid = year
      .rows('救助发放')
      .filter((row) => row['状态'] === '已发放' && String(row['发放日期']).startsWith('2025'))
    const cents = paid.reduce((sum, row) => sum + Math.round(Number(row['金额（元）']) * 100), 0)
    expect(cents).toBe(49_910_000)
    for (const row of year.rows('村')) expect(row['统计代码']).toMatch(/^\d{12}$/)
    for (const row of year.rows('人员')) expect(typeof row['手机']).toBe('string')
    for (const row of year.rows('职责').filter((one) => one['证号'] !== null)) expect(typeof row['证号']).toBe('string')
  })

  it('has a half year of its own, its figures those of the API', async () => {
    const half = await fetchWorkbook(server, supervisor, '/api/reports/2025.xlsx?from=2025-01-01&to=2025-06-30')
    const { body } = await supervisor.get('/api/figures?from=2025-01-01&to=2025-06-30')
    expect(half.rows('指标').map((row) => [row['指标编号'], row['数值'], row['上年同期']])).toEqual(
      body.figures.map((one: { id: string; value: number; previous: number }) => [one.id, one.value, one.previous]),
    )
    const typed = half.rows('指标').find((row) => row['指标编号'] === 'industrial-output')
    expect(typed).toMatchObject({ 数值: null, 来源: '按年填报' })
    for (const row of half.rows('行政检查')) expect(String(row['检查日期']) <= '2025-06-30').toBe(true)
    expect(half.rows('行政检查').length).toBeLessThan(year.rows('行政检查').length)
    const titled = await server.app.inject({
      url: '/api/reports/2025.xlsx?from=2025-01-01&to=2025-06-30',
      headers: { cookie: supervisor.cookie },
    })
    const disposition = String(titled.headers['content-disposition'])
    expect(disposition).toContain('attachment; filename="ledger-2025-01-01-2025-06-30.xlsx"')
    expect(decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '')).toBe(
      '阳城镇2025年上半年指标和台账.xlsx',
    )
  })

  it('lets registers that ended before the period out', async () => {
    const names = async (path: string) =>
      (await fetchWorkbook(server, supervisor, path)).rows('执法事项').map((row) => row['取消日期'])
    const removed = await names('/api/reports/2025.xlsx')
    expect(removed.filter((day) => day !== null)).toHaveLength(19)
    const after = await names('/api/reports/2026.xlsx')
    expect(after).toHaveLength(removed.length - 19)
  })

  it('masks personal data whoever asks, unless he says why', async () => {
    for (const row of year.rows('调解').filter((one) => one['当事人'] !== null)) {
      expect(row['当事人']).toMatch(/^([㐀-鿿]\*（[甲乙第三]+方）；?)+$/u)
      expect(row['纠纷简要情况']).toBe('*')
    }
    const reason = encodeURIComponent('纪委调卷')
    const whole = await fetchWorkbook(server, supervisor, `/api/reports/2025.xlsx?reason=${reason}`)
    expect(
      whole
        .rows('调解')
        .map((row) => String(row['当事人']))
        .join(''),
    ).not.toContain('*')
    const auditor = await signIn(server, 'auditor')
    const { items } = (await auditor.get('/api/audit')).body
    const exported = items.filter((one: { action: string }) => one.action === 'exported')
    expect(exported[0]).toMatchObject({
      subject: '2025',
      detail: { file: 'xlsx', from: '2025-01-01', to: '2025-12-31', reason: '纪委调卷' },
    })
    expect(exported[0].detail.records).toBeGreaterThan(600)
    expect(exported[1].detail).not.toHaveProperty('reason')
  })

  it('shows an officer and a monitor of a mediation only what their lists do, reason or not', async () => {
    for (const username of ['officer', 'monitor']) {
      const phone = await signIn(server, username)
      const workbook = await fetchWorkbook(server, phone, '/api/reports/2025.xlsx?reason=x')
      const { body } = await phone.get('/api/records?kind=mediation&from=2025-01-01&to=2025-12-31')
      const rows = workbook.rows('调解')
      expect(rows).toHaveLength(body.total)
      const shut = new Set(
        body.items
          .filter((one: { data: object }) => !('mediators' in one.data))
          .map((one: { number: string }) => one.number),
      )
      expect(shut.size).toBeGreaterThan(0)
      for (const row of rows.filter((one) => shut.has(String(one['编号'])))) {
        expect(row['当事人']).toMatch(/\*/)
        expect(row['纠纷简要情况']).toBe('*')
        expect([row['调解员'], row['指导法官'], row['履行日期']]).toEqual([null, null, null])
        expect([row['受理日期'], row['村'], row['纠纷类型']]).not.toContain(null)
      }
    }
  })
})
