import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultTexts } from '../../src/domain/report/outline/default-texts.ts'
import { sectionIds } from '../../src/domain/report/outline/outline.ts'
import { makeAccount, makeTownship, type Phone, signIn } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
let supervisor: Phone
beforeAll(async () => {
  town = await startTown()
  supervisor = await town.as('supervisor')
})
afterAll(() => town.server.close())

const put = (section: string, body: unknown, more: { phone?: Phone; year?: number; language?: string } = {}) =>
  (more.phone ?? supervisor).send('PUT', `/api/years/${more.year ?? 2025}/paragraphs/${section}`, body, {
    'accept-language': more.language ?? 'zh-CN',
  })
const read = async (phone: Phone = supervisor, year = 2025) => (await phone.get(`/api/years/${year}/paragraphs`)).body
const sectionOf = async (id: string, phone?: Phone, year?: number) =>
  (await read(phone, year)).sections.find((one: { section: string }) => one.section === id)

describe('a section of the report', () => {
  it('has a text for every year until a township writes its own', async () => {
    const body = await read()
    expect(body).toMatchObject({ year: 2025, township: '西阳镇', county: null, mayKeep: true, signed: false })
    for (const section of sectionIds) {
      const one = body.sections.find((each: { section: string }) => each.section === section)
      expect(one).toMatchObject({ text: defaultTexts[section], standard: defaultTexts[section], own: false })
      expect(one).not.toHaveProperty('by')
    }
    expect(body.sections[0].filled[0][0].text).toContain('2025年，西阳镇党委、政府')
    expect(body.missing).toContain('industrial-output')
  })

  it('is written by the supervisor, kept by year, and what stood before stays beside it', async () => {
    expect((await put('1.1', { text: '学习{{central-group-study-sessions}}。' })).status).toBe(204)
    expect(
      (await put('1.1', { text: '  学习{{ central-group-study-sessions }}。 \r\n\n第二段\u0007　\n' })).status,
    ).toBe(204)
    expect(await sectionOf('1.1')).toMatchObject({
      text: '学习{{ central-group-study-sessions }}。\n\n第二段',
      own: true,
      by: { name: 'supervisor' },
      at: '2026-03-10T04:00:00.000Z',
      filled: [
        [{ text: '学习' }, { text: '0次', figures: ['central-group-study-sessions'] }, { text: '。' }],
        [{ text: '第二段' }],
      ],
    })
    expect(await sectionOf('1.1', supervisor, 2024)).toMatchObject({ own: false })
    const kept = await town.server.owner.query('select n, content from year_paragraphs order by n')
    expect(kept.rows.map((row) => row.n)).toEqual([1, 2])
    const { items } = (await (await town.as('auditor')).get('/api/audit?action=wroteParagraph')).body
    expect(items[0]).toMatchObject({ subject: '2025', detail: { section: '1.1' } })
  })

  it('goes back to the text for every year when that is written again', async () => {
    await put('1.2', { text: '自己写的' })
    expect(await sectionOf('1.2')).toMatchObject({ own: true })
    await put('1.2', { text: defaultTexts['1.2'] })
    expect(await sectionOf('1.2')).toMatchObject({ own: false, text: defaultTexts['1.2'] })
  })

  it('is refused at its field where a placeholder is none, with words that help, and nothing is kept', async () => {
    await put('1.3', { text: '原来的' })
    const refused = await put('1.3', { text: '检查{{inspektions}}次，培训{{law-classes}期，{{law-classes:all}}' })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ code: 'unknownPlaceholder', title: '有认不出的指标占位，改用列表里的' })
    expect(refused.body.errors).toEqual([
      {
        path: '/text',
        code: 'unknownPlaceholder',
        message: '没有“inspektions”这个指标。从指标列表里选，或删掉这处占位。',
      },
      expect.objectContaining({ path: '/text', message: expect.stringContaining('多出花括号“{{”') }),
      expect.objectContaining({ path: '/text', message: expect.stringContaining('多出花括号“}”') }),
      expect.objectContaining({ path: '/text', message: expect.stringContaining('“法治课堂”不能写成“all”') }),
    ])
    const inEnglish = await put('1.3', { text: '{{inspektions}}' }, { language: 'en' })
    expect(inEnglish.body.errors[0].message).toMatch(/^“inspektions” names no figure\. Pick one/)
    expect(await sectionOf('1.3')).toMatchObject({ text: '原来的' })
  })

  it.each([
    [{ text: 5 }, '/text', 'wrongType'],
    [{}, '/text', 'required'],
    [{ text: 'x'.repeat(20_001) }, '/text', 'tooLong'],
    [{ text: 'a\u0000b' }, '/text', 'badText'],
  ])('is refused where it is no text: %#', async (body, path, code) => {
    const refused = await put('1.3', body)
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toContainEqual(expect.objectContaining({ path, code }))
  })

  it('may have 20,000 characters, rare ones too', async () => {
    expect((await put('3', { text: '𬍛'.repeat(20_000) })).status).toBe(204)
  })

  it('is one of the outline, of a year, and the supervisor’s to write', async () => {
    const text = '一段'
    expect((await put('1.6', { text })).status).toBe(404)
    expect((await put('constructor', { text })).status).toBe(404)
    expect((await put('1.1', { text }, { year: 20_256 })).status).toBe(400)
    for (const name of ['officer', 'county', 'reviewer', 'admin'])
      expect((await put('1.1', { text }, { phone: await town.as(name) })).status).toBe(403)
    expect((await read(await town.as('officer'))).mayKeep).toBe(false)
    expect((await (await town.as('auditor')).get('/api/years/2025/paragraphs')).status).toBe(403)
  })

  it('stands as it is once the year is signed', async () => {
    await put('2.1', { text: '签定前' }, { year: 2023 })
    expect((await supervisor.send('POST', '/api/years/2023/sign')).status).toBe(200)
    const refused = await put('2.1', { text: '签定后' }, { year: 2023 })
    expect(refused.status).toBe(409)
    expect(refused.body.code).toBe('signed')
    expect((await read(supervisor, 2023)).signed).toBe(true)
    expect(await sectionOf('2.1', supervisor, 2023)).toMatchObject({ text: '签定前' })
  })

  it('is its own township’s alone', async () => {
    const other = await makeTownship(town.server, '东阳街道')
    await makeAccount(town.server, { township: other, username: 'elsewhere', roles: ['supervisor'] })
    const elsewhere = await signIn(town.server, 'elsewhere')
    await put('2.2', { text: '这里的' })
    expect(await sectionOf('2.2', elsewhere)).toMatchObject({ own: false })
    expect((await read(elsewhere)).title).toEqual(['东阳街道办事处', '2025年法治政府建设情况工作报告'])
  })
})
