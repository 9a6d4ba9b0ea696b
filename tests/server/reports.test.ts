import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sayToken } from '../../src/domain/report/outline/fill.ts'
import { sectionIds } from '../../src/domain/report/outline/outline.ts'
import { parseParagraph } from '../../src/domain/report/outline/placeholder.ts'
import { gap } from '../../src/domain/report/outline/wording.ts'
import { loadDemo } from '../../src/server/demo/load.ts'
import { report2025 } from '../../src/server/demo/texts/report-2025.ts'
import { splitByGb2312 } from '../../src/server/reports/gb2312.ts'
import { reportFigures } from '../support/report-figures.ts'
import { type Phone, signIn, startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
let supervisor: Phone
beforeAll(async () => {
  server = await startTestServer()
  await loadDemo({ db: server.db, clock: () => server.clock.now })
  supervisor = await signIn(server, 'supervisor')
}, 120_000)
afterAll(() => server.close())

const download = async (year: number, phone = supervisor) => {
  const answer = await server.app.inject({ url: `/api/reports/${year}.docx`, headers: { cookie: phone.cookie } })
  const files = unzipSync(answer.rawPayload)
  const read = await mammoth.convertToHtml({ buffer: answer.rawPayload })
  return {
    headers: answer.headers,
    part: (path: string): string => strFromU8(files[path] ?? new Uint8Array()),
    html: read.value,
    text: (await mammoth.extractRawText({ buffer: answer.rawPayload })).value,
    complaints: read.messages.filter(({ type }) => type === 'error'),
  }
}
const put = (year: number, section: string, text: string) =>
  supervisor.send('PUT', `/api/years/${year}/paragraphs/${section}`, { text })

describe('the report of 2025 as a document', () => {
  it('opens in another program, holds every figure as the report says it, and no placeholder', async () => {
    const { text, complaints, html } = await download(2025)
    expect(complaints).toEqual([])
    expect(text).not.toMatch(/[{}]/)
    expect(text).not.toContain(gap)
    const { figures } = (await supervisor.get('/api/figures?year=2025')).body
    const told = {
      year: 2025,
      township: '阳城镇',
      county: '西峡县',
      figures: new Map(figures.map((figure: { id: string }) => [figure.id, figure])),
    }
    const said = report2025.flatMap(({ text: written }) => {
      const parsed = parseParagraph(written)
      return parsed.ok ? parsed.tokens.filter((token) => 'figures' in token) : []
    })
    expect(new Set(said.flatMap((token) => token.figures)).size).toBe(reportFigures.length)
    for (const token of said) expect(text).toContain(sayToken(token, told as Parameters<typeof sayToken>[1]))
    for (const { said: words } of reportFigures) expect(text).toContain(words)
    expect(html).toContain('<h1>一、主要开展工作及成效</h1>')
    expect(html).toContain('<h2>（一）扛牢政治责任，深学笃行习近平法治思想</h2>')
    expect(text).toContain('化解率84.6%（同比提升11.9个百分点）')
  })

  it('is a download with its title for a name', async () => {
    const { headers } = await download(2025)
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': expect.stringContaining('filename="report-2025.docx"; filename*=UTF-8'),
    })
    const name = /filename\*=UTF-8''([\w.%-]+)$/.exec(String(headers['content-disposition']))?.[1] ?? ''
    expect(decodeURIComponent(name)).toBe('西峡县阳城镇人民政府2025年法治政府建设情况工作报告.docx')
  })

  it('has the page of GB/T 9704-2012: margins, grid, page numbers', async () => {
    const { part } = await download(2025)
    const document = part('word/document.xml')
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"[^>]*w:footer="1427"/)
    expect(document).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>')
    expect(document).toContain('<w:ind w:firstLine="632" w:firstLineChars="200"/>')
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const relations = part('word/_rels/document.xml.rels')
    const footer = (type: string): string => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(document)?.[1] ?? ''
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(relations)
      return part(`word/${target?.[1] ?? target?.[2]}`)
    }
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const xml = footer(type)
      expect(xml).toContain(`<w:jc w:val="${side}"/>`)
      expect(xml).toContain(`<w:ind w:${side}="280"/>`)
      expect(xml).toMatch(/<w:rFonts[^>]*w:eastAsia="宋体"/)
      expect(xml).toContain('<w:sz w:val="28"/>')
      expect(xml).toMatch(/— <\/w:t>.*PAGE.*<w:t[^>]*> —/)
    }
  })

  it('is set in the typefaces of an official document, each with what stands in for it', async () => {
    const { part } = await download(2025)
    const styles = part('word/styles.xml')
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? ''
    const set = (xml: string): readonly [string | undefined, string | undefined] => [
      /w:eastAsia="([^"]+)"/.exec(xml)?.[1],
      /<w:sz w:val="(\d+)"/.exec(xml)?.[1],
    ]
    expect(set(/<w:docDefaults>.*<\/w:docDefaults>/.exec(styles)?.[0] ?? '')).toEqual(['仿宋_GB2312', '32'])
    expect(['Normal', 'Title', 'Heading1', 'Heading2'].map((id) => set(style(id)))).toEqual([
      ['仿宋_GB2312', '32'],
      ['方正小标宋简体', '44'],
      ['黑体', '32'],
      ['楷体_GB2312', '32'],
    ])
    expect(style('Title')).toContain('<w:jc w:val="center"/>')
    expect(style('Title')).toContain('<w:b w:val="false"/>')
    const table = part('word/fontTable.xml')
    const instead = [...table.matchAll(/<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"\/>/g)].map((one) =>
      one.slice(1),
    )
    expect(instead).toEqual([
      ['仿宋_GB2312', '仿宋'],
      ['仿宋', 'FangSong'],
      ['方正小标宋简体', '华文中宋'],
      ['黑体', 'SimHei'],
      ['楷体_GB2312', '楷体'],
      ['宋体', 'SimSun'],
    ])
  })

  it('sets characters that GB 2312 lacks in 仿宋, and takes whatever a text may hold', async () => {
    expect((await put(2023, '1.1', '䶮湖村、𬍛河 <b>&amp; "引号"\n第二段')).status).toBe(204)
    const { part, text } = await download(2023)
    expect(text).toContain('䶮湖村、𬍛河 <b>&amp; "引号"\n\n第二段')
    const rare = [
      ...part('word/document.xml').matchAll(
        /<w:r><w:rPr><w:rFonts[^>]*w:eastAsia="仿宋"[^>]*\/><\/w:rPr><w:t[^>]*>([^<]+)/g,
      ),
    ]
    expect(rare.map((match) => match[1])).toEqual(['䶮', '𬍛'])
    expect(splitByGb2312('一䶮湖“—”·A1％')).toEqual([
      { text: '一', rare: false },
      { text: '䶮', rare: true },
      { text: '湖“—”·A1％', rare: false },
    ])
  })

  it('shows what is still missing of another year as gaps that nobody overlooks', async () => {
    const { text, part } = await download(2024)
    expect(text).toContain('2024年法治政府建设情况工作报告')
    expect(text).toContain(gap)
    expect(text).not.toMatch(/[{}]/)
    expect(part('word/document.xml')).toMatch(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t[^>]*>（待填）/)
  })

  it('is written down as exported, and is for whoever may read figures', async () => {
    const auditor = await signIn(server, 'auditor')
    expect((await auditor.get('/api/reports/2025.docx')).status).toBe(403)
    expect((await signIn(server, 'officer').then((officer) => officer.get('/api/reports/2025.docx'))).status).toBe(200)
    const { items } = (await auditor.get('/api/audit?action=exported')).body
    expect(items[0]).toMatchObject({ by: { name: '陈禾' }, subject: '2025', detail: { file: 'docx' } })
  })

  it.each(['20256.docx', 'x.docx', '.docx', '1825.docx'])('%s is no year', async (name) => {
    const refused = await supervisor.get(`/api/reports/${name}`)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ code: 'badRequest', errors: [{ path: '/params/year' }] })
  })
})

describe('the paragraphs of 2025', () => {
  it('are told by section, each with its headings, its own text and how it reads', async () => {
    const { body } = await supervisor.get('/api/years/2025/paragraphs')
    expect(body).toMatchObject({
      year: 2025,
      title: ['西峡县阳城镇人民政府', '2025年法治政府建设情况工作报告'],
      township: '阳城镇',
      county: '西峡县',
      mayKeep: true,
      signed: false,
      missing: [],
    })
    type Section = { section: string; own: boolean; filled: { text: string; figures?: string[] }[][] }
    const sections = body.sections as readonly Section[]
    expect(sections.map(({ section }) => section)).toEqual([...sectionIds])
    expect(sections.every(({ own }) => own)).toBe(true)
    expect(body.sections[1]).toMatchObject({
      section: '1.1',
      headings: [{ level: 1 }, { level: 2, text: '（一）扛牢政治责任，深学笃行习近平法治思想' }],
      by: { name: '程远' },
      text: expect.stringContaining('{{law-class-attendance:about}}'),
      standard: expect.stringContaining('{{law-class-attendance}}'),
    })
    expect(sections[1]?.filled[0]).toContainEqual({ text: '860余人次', figures: ['law-class-attendance'] })
    const shown = sections.flatMap(({ filled }) => filled.flat()).flatMap((run) => run.figures ?? [])
    expect(new Set(shown)).toEqual(new Set(reportFigures.map(({ id }) => id)))
  })
})
