import { describe, expect, test } from 'vitest'
import { asideOf } from '../../../src/domain/report/checker/aside.ts'
import { compact } from '../../../src/domain/report/checker/compact.ts'
import { numberOf } from '../../../src/domain/report/checker/decimals.ts'
import { spotsOf } from '../../../src/domain/report/checker/layout.ts'
import { mentionsIn } from '../../../src/domain/report/checker/mentions.ts'
import { readChinese, readNumeral } from '../../../src/domain/report/checker/numerals.ts'
import { reportYearOf } from '../../../src/domain/report/checker/report-year.ts'
import { row } from '../../../src/domain/report/checker/row.ts'
import { apartFrom, saidIn } from '../../../src/domain/report/checker/said.ts'
import { isLoose, isPoints, powerOf, readUnit } from '../../../src/domain/report/checker/units.ts'
import { wrappedEnds } from '../../../src/domain/report/checker/wrapped.ts'

/** The numbers of a text: as written, value, unit, and how they say that they are about it. */
const read = (draft: string): readonly (readonly unknown[])[] => {
  const { text } = compact(draft)
  return mentionsIn(text).map((one) => [text.slice(one.start, one.end), numberOf(one.value), one.unit, one.about])
}
const readOne = (draft: string): readonly unknown[] | undefined => {
  const [first, second] = read(draft)
  expect(second).toBeUndefined()
  return first
}

describe('a number with its unit', () => {
  test.each([
    ['整改169项', '169项', 169, '项', 'exact'],
    ['整改１６９项', '169项', 169, '项', 'exact'],
    ['整改 169 项', '169项', 169, '项', 'exact'],
    ['流转1,200亩', '1,200亩', 1200, '亩', 'exact'],
    ['流转１，２００亩', '1,200亩', 1200, '亩', 'exact'],
    ['达94.74%', '94.74%', 94.74, '%', 'exact'],
    ['达９４．７４％', '94.74%', 94.74, '%', 'exact'],
    ['覆盖1.2万人次', '1.2万人次', 1.2, '万人次', 'exact'],
    ['总投资超7亿元', '超7亿元', 7, '亿元', 'more'],
    ['投资400余万元', '400余万元', 400, '万元', 'more'],
    ['投资400万余元', '400万余元', 400, '万元', 'more'],
    ['投资1亿2000万元', '1亿2000万元', 12_000, '万元', 'exact'],
    ['覆盖2万3千余人次', '2万3千余人次', 23, '千人次', 'more'],
    ['学习4次以上', '4次以上', 4, '次', 'more'],
    ['不少于6次', '不少于6次', 6, '次', 'more'],
    ['近900人', '近900人', 900, '人', 'less'],
    ['约30场左右', '约30场左右', 30, '场', 'near'],
    ['同比提升12个百分点', '12个百分点', 12, '个百分点', 'exact'],
    ['（+11.9个百分点）', '+11.9个百分点', 11.9, '个百分点', 'exact'],
    ['（−3个百分点）', '-3个百分点', -3, '个百分点', 'exact'],
    ['行政检查-53次', '53次', 53, '次', 'exact'],
    ['开办十二期', '十二期', 12, '期', 'exact'],
    ['检查三次', '三次', 3, '次', 'exact'],
    ['聘请两名', '两名', 2, '名', 'exact'],
    ['召开一次会议', '一次', 1, '次', 'exact'],
    ['五百余万元', '五百余万元', 500, '万元', 'more'],
    ['三万人次', '三万人次', 3, '万人次', 'exact'],
    ['两万三千人次', '两万三千人次', 23_000, '人次', 'exact'],
    ['百余家', '百余家', 100, '家', 'more'],
    ['百分之八十五点五', '百分之八十五点五', 85.5, '%', 'exact'],
    ['百分之85', '百分之85', 85, '%', 'exact'],
    ['最近2次', '2次', 2, '次', 'exact'],
    ['签约5家', '5家', 5, '家', 'exact'],
    ['14个重大项目', '14个', 14, '个', 'exact'],
    ['5家属于重点监管', '5家', 5, '家', 'exact'],
  ] as const)('%s', (draft, text, value, unit, about) => {
    expect(readOne(draft)).toEqual([text, value, unit, about])
  })

  const none = row(`
    2025年12月31日 西阳综检〔2025〕12号 第3次会议 第十二期 一、主要工作 （一）政治责任 1.队伍建设 13812345678 0377-69662345
    411323199001011234 12345热线 A4纸 3-5名 三至五名 3至5名 三项制度 两个维护 四个意识
    八项规定 统一次序 一批矛盾 一项重点任务 共同发力一起抓 千家万户 百家争鸣 两三次 3个月
    G312国道 5人民法庭 村“两委” 首违不罚 “一站式”服务 二〇二五年 1234567890123456789次 十四五规划 第一责任人
    7×24小时
  `)
  test.each(none)('%s is no count', (draft) => {
    expect(read(draft)).toEqual([])
  })

  test('idioms count nothing of their own, plain numerals do', () => {
    const sure = (text: string): boolean | undefined => mentionsIn(text)[0]?.sure
    expect(['十五个', '三次', '三条', '整改一项。'].map(sure)).toEqual([true, true, true, true])
    expect(['三类', '召开一次会议', '两支队伍'].map(sure)).toEqual([false, false, false])
  })
})

test('numerals are read, and what is none is not', () => {
  const known = {
    十: 10,
    十二: 12,
    二十: 20,
    一百零五: 105,
    一百五: 150,
    二百三十四: 234,
    三千零六: 3006,
    两万三: 23_000,
  }
  for (const [written, value] of Object.entries(known)) expect(readNumeral(written)).toBe(value)
  expect(readNumeral('一亿二千万')).toBe(120_000_000)
  expect(readNumeral('二〇')).toBe(20)
  for (const none of ['', '三四', '十百', '零十', '百二百']) expect(readNumeral(none)).toBeNull()
  expect(numberOf(readChinese('九十六点三〇') ?? { digits: 0n, exponent: 0 })).toBe(96.3)
  expect(readChinese('三点十')).toBeNull()
})

test('units are apart from their scale', () => {
  expect(readUnit('万人次')).toEqual({ base: '人次', power: 4 })
  expect(readUnit('百万元')).toEqual({ base: '元', power: 6 })
  expect(readUnit('项')).toEqual({ base: '项', power: 0 })
  expect(readUnit('万')).toEqual({ base: '万', power: 0 })
  expect(powerOf('亿')).toBe(8)
  expect([isPoints('个百分点'), isPoints('%'), isLoose('个'), isLoose('次')]).toEqual([true, false, true, false])
  expect(row(' 次 场\n 期 ')).toEqual(['次', '场', '期'])
})

describe('words that say a number', () => {
  const said = (text: string): readonly (readonly unknown[])[] =>
    saidIn(text, () => true).map(({ mention }) => [text.slice(mention.start, mention.end), numberOf(mention.value)])

  test('say it', () => {
    expect(said('无信访，未发生事故，未收到投诉')).toEqual([
      ['无', 0],
      ['未发生', 0],
      ['未收到', 0],
    ])
    expect(said('均被采纳，全部履行')).toEqual([
      ['均', 100],
      ['全部', 100],
    ])
    expect(said('五个一机制，每季度评查，每月研判')).toEqual([
      ['五个一', 5],
      ['每季度', 4],
      ['每月', 12],
    ])
    expect(said('每月召开2次，每季度组织一次')).toEqual([
      ['每月召开2次', 24],
      ['每季度', 4],
    ])
  })

  test('are none inside other words', () => {
    expect(said('平均用时，人均收入，均衡发展，首都，毫无疑问，五个一般隐患')).toEqual([])
    expect(saidIn('均被采纳', () => false)).toEqual([])
  })

  test('take the numbers that are part of them', () => {
    const text = '五个一机制，每月一次，整改3项'
    expect(
      apartFrom(
        mentionsIn(text),
        saidIn(text, () => true),
      ).map((one) => text.slice(one.start, one.end)),
    ).toEqual(['3项'])
  })
})

describe('a draft', () => {
  test('is read without spaces and quotes, each character with its place', () => {
    const { text, at } = compact('整改 “隐患”\t１６９项\r\n5 6件')
    expect(text).toBe('整改隐患169项\n5 6件')
    expect(at[text.indexOf('1')]).toBe(8)
    expect(at[text.length]).toBe('整改 “隐患”\t１６９项\r\n5 6件'.length)
  })

  test('has lines that end only because the page did', () => {
    const wrapped = '全年共开展安全生产检查一百三十次以及整改隐\n患一百六十九项并排查畜禽养殖场户六家。\n二、存在问题'
    expect(wrappedEnds(wrapped)).toEqual(new Set([21]))
    expect(compact(wrapped).text).toContain('隐患一百')
    expect(wrappedEnds('行政检查53次\n行政指导3次')).toEqual(new Set())
    expect(wrappedEnds(`${'长'.repeat(20)}\n1.下一条`)).toEqual(new Set())
    expect(wrappedEnds(`${'长'.repeat(20)}\n12.6亿元${'长'.repeat(10)}`)).toEqual(new Set([20]))
  })
})

describe('a number is', () => {
  const aside = (text: string, inPlans = false): unknown => {
    const mentions = mentionsIn(text)
    const last = mentions[mentions.length - 1]
    const [spot] = last ? spotsOf(text, [last], mentions) : []
    if (!last || !spot) throw new Error(`no number in ${text}`)
    const told = asideOf(text, last, spot, { year: 2025, inPlans })
    return told.is === 'change' ? told.direction : told.is
  }

  test.each([
    ['开展检查130次', 'value'],
    ['按年度计划开展检查130次', 'value'],
    ['效率提升40%', 'value'],
    ['同比提升12个百分点', 'up'],
    ['降低3个百分点', 'down'],
    ['较上年增长14.2%', 'up'],
    ['比2024年下降5%', 'down'],
    ['同比增加21次', 'otherYear'],
    ['去年开展检查110次', 'otherYear'],
    ['去年以来开展检查110次', 'value'],
    ['2024年检查110次', 'otherYear'],
    ['自2023年启动以来检查110次', 'value'],
    ['2026年开展检查60次', 'planned'],
    ['明年开展检查60次', 'planned'],
    ['计划开展检查60次', 'planned'],
    ['剩余2处', 'rest'],
  ])('%s: %s', (text, is) => {
    expect(aside(text)).toBe(is)
  })

  test('planned under a heading of plans where the sentence looks ahead', () => {
    expect(aside('开展检查60次以上', true)).toBe('planned')
    expect(aside('开展检查60次以上')).toBe('value')
    expect(aside('完成检查60次', true)).toBe('value')
  })

  test('of the year that the report names first', () => {
    expect(reportYearOf('某镇2025年报告，2024年')).toBe(2025)
    expect(reportYearOf('某镇二〇二五年报告')).toBe(2025)
    expect(reportYearOf('某镇报告')).toBeNull()
  })
})
